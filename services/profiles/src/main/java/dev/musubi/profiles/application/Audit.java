package dev.musubi.profiles.application;

import dev.musubi.profiles.persistence.AuditTrail;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes who changed whose rights. */
@Component
public class Audit {
  private final AuditTrail trail;
  private final Clock clock;

  Audit(AuditTrail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  public void note(
      String actor, UUID organisation, String action, String subject, Map<String, String> detail) {
    trail.add(new AuditTrail.Entry(clock.instant(), actor, organisation, action, subject, detail));
  }
}

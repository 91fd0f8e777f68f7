package dev.musubi.notifications.web;

import dev.musubi.notifications.persistence.Deliveries;
import dev.musubi.notifications.persistence.Suppressions;
import dev.musubi.notifications.stream.AlertStreams;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How many mails wait, failed and bounced. Waiting mails are no reason to be down. */
@Component
class MailHealth implements HealthIndicator {
  private final Deliveries deliveries;
  private final Suppressions suppressions;
  private final AlertStreams streams;

  MailHealth(Deliveries deliveries, Suppressions suppressions, AlertStreams streams) {
    this.deliveries = deliveries;
    this.suppressions = suppressions;
    this.streams = streams;
  }

  @Override
  public Health health() {
    Map<String, Long> counts = deliveries.counts();
    return Health.up()
        .withDetail("waiting", counts.getOrDefault("WAITING", 0L))
        .withDetail("sending", counts.getOrDefault("SENDING", 0L))
        .withDetail("sent", counts.getOrDefault("SENT", 0L))
        .withDetail("failed", counts.getOrDefault("FAILED", 0L))
        .withDetail("bounced", counts.getOrDefault("BOUNCED", 0L))
        .withDetail("suppressed", counts.getOrDefault("SUPPRESSED", 0L))
        .withDetail("suppressionList", suppressions.count())
        .withDetail("openPages", streams.size())
        .build();
  }
}

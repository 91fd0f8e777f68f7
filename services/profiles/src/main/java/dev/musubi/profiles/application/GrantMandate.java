package dev.musubi.profiles.application;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.model.Ids;
import dev.musubi.model.OrganisationKind;
import dev.musubi.profiles.domain.Mandate;
import dev.musubi.profiles.domain.Organisation;
import dev.musubi.profiles.persistence.Mandates;
import dev.musubi.profiles.persistence.Organisations;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A firm lets a broker act for it; either side may end that. */
@Service
public class GrantMandate {
  private final Mandates mandates;
  private final Organisations organisations;
  private final ChangeOrganisation change;
  private final Audit audit;
  private final Clock clock;

  GrantMandate(
      Mandates mandates,
      Organisations organisations,
      ChangeOrganisation change,
      Audit audit,
      Clock clock) {
    this.mandates = mandates;
    this.organisations = organisations;
    this.change = change;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public Mandate grant(UUID firm, UUID broker, String actor) {
    Organisation other =
        organisations
            .find(broker)
            .filter(o -> o.kind() == OrganisationKind.BROKER && !o.id().equals(firm))
            .orElseThrow(() -> new InvalidInput(new FieldError("/broker", "broker")));
    Mandate mandate = new Mandate(Ids.next(), firm, other.id(), clock.instant());
    if (!mandates.insert(mandate, null)) {
      throw new Refusal(HttpStatus.CONFLICT, "mandate-exists", "problem.mandate-exists.detail");
    }
    change.touch(firm);
    audit.note(actor, firm, "mandate.granted", broker.toString(), Map.of());
    return mandate;
  }

  @Transactional
  public void end(UUID id, UUID side, String actor) {
    Mandate mandate =
        mandates
            .find(id)
            .filter(m -> m.firm().equals(side) || m.broker().equals(side))
            .orElseThrow(NotFound::new);
    mandates.delete(id);
    change.touch(mandate.firm());
    audit.note(actor, mandate.firm(), "mandate.ended", mandate.broker().toString(), Map.of());
  }
}

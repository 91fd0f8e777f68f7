package dev.musubi.messaging;

import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.OrganisationState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Examples of the smallest event. */
public final class Organisations {
  private Organisations() {}

  public static OrganisationState state(UUID id, long version) {
    return named(id, version, "見本製作所");
  }

  public static OrganisationState named(UUID id, long version, String name) {
    return new OrganisationState(
        id,
        version,
        OrganisationKind.SEEKER,
        name,
        null,
        null,
        "27",
        List.of(),
        null,
        null,
        null,
        List.of(),
        true,
        Instant.parse("2026-11-24T00:00:00Z"));
  }

  public static OutgoingEvent changed(UUID id, long version) {
    return Events.organisation("changed", state(id, version));
  }
}

package dev.musubi.deals.domain;

import dev.musubi.model.event.MatchState;
import java.util.UUID;

/** What a deal must know of a match: which pair it is, and whose. */
public record MatchFacts(UUID id, UUID need, UUID listing, UUID firm) {
  public static MatchFacts of(MatchState it) {
    return new MatchFacts(it.id(), it.needId(), it.listingId(), it.needOrganisationId());
  }
}

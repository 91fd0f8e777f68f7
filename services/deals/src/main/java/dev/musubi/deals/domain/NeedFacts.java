package dev.musubi.deals.domain;

import dev.musubi.model.event.NeedState;
import java.util.UUID;

/** What a deal must know of a need: whose it is, and who may see it. */
public record NeedFacts(UUID id, UUID firm, String title, NeedState.Visibility visibility) {

  public static NeedFacts of(NeedState it) {
    return new NeedFacts(it.id(), it.organisationId(), it.title(), it.visibility());
  }

  /** Whether its firm wants to ask without a name, unless it says otherwise. */
  public boolean hidesFirm() {
    return visibility != NeedState.Visibility.PUBLIC;
  }

  /** Whether the owner of a listing may read it. */
  public boolean isShownToOwners() {
    return switch (visibility) {
      case PUBLIC, ANONYMOUS -> true;
      case BROKER, PRIVATE -> false;
    };
  }

  /** Whether a broker with a mandate may use it. */
  public boolean isShownToBrokers() {
    return visibility != NeedState.Visibility.PRIVATE;
  }
}

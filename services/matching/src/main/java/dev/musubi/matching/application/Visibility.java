package dev.musubi.matching.application;

import dev.musubi.matching.persistence.Projections;
import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.NeedState;
import dev.musubi.security.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may see what of needs and their matches. */
@Component
public class Visibility {
  private final Projections projections;

  Visibility(Projections projections) {
    this.projections = projections;
  }

  /** The firm itself, and brokers with its mandate unless the need is for the engine alone. */
  public boolean maySee(Caller caller, NeedState need) {
    return caller.isService()
        || caller.belongsTo(need.organisationId())
        || (need.visibility() != NeedState.Visibility.PRIVATE
            && isMandated(caller, need.organisationId()));
  }

  /** Who answers speaks for the firm. */
  boolean mayAnswer(Caller caller, MatchState match) {
    return caller.mayEdit(match.needOrganisationId())
        || (isEditor(caller)
            && isMandated(caller, match.needOrganisationId())
            && projections
                .need(match.needId())
                .map(Projections.NeedRow::state)
                .map(it -> it.visibility() != NeedState.Visibility.PRIVATE)
                .orElse(false));
  }

  private static boolean isEditor(Caller caller) {
    var own = caller.organisation();
    return own != null && caller.mayEdit(own);
  }

  private boolean isMandated(Caller caller, UUID firm) {
    var broker = caller.organisation();
    var organisation = projections.organisations(List.of(firm)).get(firm);
    return broker != null && organisation != null && organisation.mandates().contains(broker);
  }
}

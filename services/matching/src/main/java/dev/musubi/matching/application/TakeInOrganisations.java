package dev.musubi.matching.application;

import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.persistence.Tasks;
import dev.musubi.matching.persistence.Tasks.Cause;
import dev.musubi.matching.persistence.Tasks.Kind;
import dev.musubi.model.event.OrganisationState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps organisations; their names stand in the documents of their listings. */
@Component
public class TakeInOrganisations {
  private final Projections projections;
  private final Tasks tasks;
  private final Wake wake;

  TakeInOrganisations(Projections projections, Tasks tasks, Wake wake) {
    this.projections = projections;
    this.tasks = tasks;
    this.wake = wake;
  }

  /** In the caller's transaction. */
  public void take(UUID id, long version, @Nullable OrganisationState state) {
    if (projections.keep(id, version, state)) {
      tasks.add(Kind.INDEX_LISTING, projections.reviseListingsOf(id), Cause.DOCUMENT);
      wake.afterCommit();
    }
  }
}

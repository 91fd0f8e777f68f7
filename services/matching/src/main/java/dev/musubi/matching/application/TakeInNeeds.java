package dev.musubi.matching.application;

import dev.musubi.matching.persistence.Matches;
import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.persistence.Rankings;
import dev.musubi.matching.persistence.Tasks;
import dev.musubi.matching.persistence.Tasks.Cause;
import dev.musubi.matching.persistence.Tasks.Kind;
import dev.musubi.model.event.NeedState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what needs are now; pairs of one that is paused, closed or deleted end at once. */
@Component
public class TakeInNeeds {
  private final Projections projections;
  private final Rankings rankings;
  private final Matches matches;
  private final Tasks tasks;
  private final Pairs pairs;
  private final Wake wake;

  TakeInNeeds(
      Projections projections,
      Rankings rankings,
      Matches matches,
      Tasks tasks,
      Pairs pairs,
      Wake wake) {
    this.projections = projections;
    this.rankings = rankings;
    this.matches = matches;
    this.tasks = tasks;
    this.pairs = pairs;
    this.wake = wake;
  }

  /**
   * In the caller's transaction.
   *
   * @param state null when it was deleted
   */
  public void take(UUID id, long version, @Nullable NeedState state) {
    rankings.lockNeeds(List.of(id));
    if (!projections.keep(id, version, state)) {
      return;
    }
    if (state == null || state.state() != NeedState.State.ACTIVE) {
      pairs.end(matches.lockActiveOfNeeds(List.of(id)));
    }
    tasks.add(Kind.INDEX_NEED, List.of(id), Cause.NEED);
    wake.afterCommit();
  }
}

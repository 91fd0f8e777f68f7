package dev.musubi.matching.web;

import dev.musubi.matching.domain.Match;
import dev.musubi.model.event.MatchState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A match as a page shows it; of the two organisations nothing.
 *
 * @param score 0 to 1, comparable within one need only
 * @param rank among the need's matches when it was last scored
 * @param algorithm name and version of what scored it
 * @param legs which rankings took part
 * @param feedback the firm's last answer; an owner sees answers in sum alone
 */
record MatchView(
    UUID id,
    UUID needId,
    UUID listingId,
    MatchState.State state,
    double score,
    int rank,
    String algorithm,
    List<String> legs,
    MatchState.FoundBy foundBy,
    boolean worthAlert,
    List<MatchState.Reason> reasons,
    MatchState.@Nullable Feedback feedback,
    Instant foundAt,
    Instant changedAt) {

  static MatchView forFirm(Match match) {
    return of(match.state(), match.state().feedback());
  }

  static MatchView forOwner(Match match) {
    return of(match.state(), null);
  }

  private static MatchView of(MatchState state, MatchState.@Nullable Feedback feedback) {
    return new MatchView(
        state.id(),
        state.needId(),
        state.listingId(),
        state.state(),
        state.score(),
        state.rank(),
        state.algorithm(),
        state.legs(),
        state.foundBy(),
        state.worthAlert(),
        state.reasons(),
        feedback,
        state.foundAt(),
        state.changedAt());
  }
}

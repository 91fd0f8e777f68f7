package dev.musubi.matching.domain;

import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.NeedState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pair that fits, with what was said about it.
 *
 * @param fused for the order among the need's matches; {@code state.score} is what is shown of it
 * @param alertedAt when it was first found worth an alert, or null
 * @param dealStage stage of the deal that came of it, or null
 */
public record Match(
    MatchState state, double fused, @Nullable Instant alertedAt, @Nullable String dealStage) {
  private static final double VISIBLE_CHANGE = 0.02;

  /** What a scoring says of a pair. */
  public record Verdict(
      double fused,
      double score,
      int rank,
      String algorithm,
      List<String> legs,
      boolean worthAlert,
      List<MatchState.Reason> reasons) {}

  /** A pair that fits for the first time. */
  public static Match found(
      UUID id,
      NeedState need,
      ListingState listing,
      Verdict verdict,
      MatchState.FoundBy foundBy,
      Instant now) {
    var state =
        new MatchState(
            id,
            1,
            need.id(),
            listing.id(),
            need.organisationId(),
            listing.organisationId(),
            need.version(),
            listing.version(),
            MatchState.State.ACTIVE,
            verdict.score(),
            verdict.rank(),
            verdict.algorithm(),
            verdict.legs(),
            foundBy,
            verdict.worthAlert(),
            verdict.reasons(),
            titles(listing),
            need.title(),
            null,
            now,
            now);
    return new Match(state, verdict.fused(), verdict.worthAlert() ? now : null, null);
  }

  public boolean active() {
    return state.state() == MatchState.State.ACTIVE;
  }

  /** An answer or a deal that nobody may lose because better listings come. */
  public boolean kept() {
    var feedback = state.feedback();
    var liked = feedback != null && feedback.answer() != MatchState.Feedback.Answer.NO;
    return liked || dealStage != null;
  }

  /**
   * Whether the pair may still be told as news: a listing brought it, nobody has been alerted, and
   * there is something new to judge: it comes back, the listing has changed, or a ranking takes
   * part that could not judge before, as vectors that came late.
   */
  public boolean isNews(ListingState listing, Collection<String> legs) {
    return alertedAt == null
        && (!active()
            || (state.foundBy() == MatchState.FoundBy.LISTING
                && (state.listingVersion() != listing.version()
                    || !state.legs().containsAll(legs))));
  }

  /** Whether somebody who reads the event would see a difference. */
  public boolean differs(NeedState need, ListingState listing, Verdict verdict) {
    return !active()
        || state.needVersion() != need.version()
        || state.listingVersion() != listing.version()
        || !state.algorithm().equals(verdict.algorithm())
        || !state.legs().equals(verdict.legs())
        || (verdict.worthAlert() && !state.worthAlert())
        || (hasPassage(verdict.reasons()) && !hasPassage(state.reasons()))
        || Math.abs(state.score() - verdict.score()) > VISIBLE_CHANGE;
  }

  private static boolean hasPassage(List<MatchState.Reason> reasons) {
    return reasons.stream().anyMatch(it -> it.kind() == MatchState.Reason.Kind.PASSAGE);
  }

  /** The same pair after another scoring; an alert that was given stays given. */
  public Match rescored(
      NeedState need,
      ListingState listing,
      Verdict verdict,
      MatchState.FoundBy foundBy,
      Instant now) {
    var again =
        new MatchState(
            state.id(),
            state.version() + 1,
            need.id(),
            listing.id(),
            need.organisationId(),
            listing.organisationId(),
            need.version(),
            listing.version(),
            MatchState.State.ACTIVE,
            verdict.score(),
            verdict.rank(),
            verdict.algorithm(),
            verdict.legs(),
            active() ? state.foundBy() : foundBy,
            state.worthAlert() || verdict.worthAlert(),
            verdict.reasons(),
            titles(listing),
            need.title(),
            state.feedback(),
            state.foundAt(),
            now);
    var first = alertedAt == null && verdict.worthAlert() ? now : alertedAt;
    return new Match(again, verdict.fused(), first, dealStage);
  }

  /** The pair does not stand any more. */
  public Match ended(Instant now) {
    return new Match(
        with(MatchState.State.ENDED, state.feedback(), now), fused, alertedAt, dealStage);
  }

  /** The firm has answered. */
  public Match answered(MatchState.Feedback feedback, Instant now) {
    return new Match(with(state.state(), feedback, now), fused, alertedAt, dealStage);
  }

  private MatchState with(
      MatchState.State standing, MatchState.@Nullable Feedback feedback, Instant now) {
    return new MatchState(
        state.id(),
        state.version() + 1,
        state.needId(),
        state.listingId(),
        state.needOrganisationId(),
        state.listingOrganisationId(),
        state.needVersion(),
        state.listingVersion(),
        standing,
        state.score(),
        state.rank(),
        state.algorithm(),
        state.legs(),
        state.foundBy(),
        state.worthAlert(),
        state.reasons(),
        state.listingTitle(),
        state.needTitle(),
        feedback,
        state.foundAt(),
        now);
  }

  private static List<MatchState.Title> titles(ListingState listing) {
    return listing.texts().stream().map(it -> new MatchState.Title(it.lang(), it.title())).toList();
  }
}

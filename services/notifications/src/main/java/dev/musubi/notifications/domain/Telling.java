package dev.musubi.notifications.domain;

import dev.musubi.model.event.MatchState.FoundBy;
import dev.musubi.model.event.NeedState.Alerts.Frequency;

/** What is done about a match that nobody has been told of yet. */
public sealed interface Telling {

  /** Nothing now; a later version of the match may change that. */
  record Nothing() implements Telling {}

  /** Belongs to the first list of its need, which is told as a whole. */
  record InFirstList() implements Telling {}

  /** In the page alone. */
  record InPage() implements Telling {}

  /** In the page now, by mail with the next digest. */
  record InPageAndDigest() implements Telling {}

  /** By mail with the next digest; the page is left in peace. */
  record InDigest() implements Telling {}

  /** In the page and by mail, now. */
  record AtOnce() implements Telling {}

  /**
   * Decides for one match.
   *
   * @param frequency what the need's people asked for
   * @param budgetLeft mails at once that the need may still send in these seven days
   */
  static Telling of(Candidate match, Frequency frequency, int budgetLeft) {
    if (!match.active() || match.answered()) {
      return new Nothing();
    }
    return switch (match.foundBy()) {
      case NEED -> match.firstListOpen() ? new InFirstList() : new Nothing();
      case REBUILD ->
          match.worthAlert() && frequency != Frequency.NEVER ? new InDigest() : new Nothing();
      case LISTING -> match.worthAlert() ? ofNewListing(frequency, budgetLeft) : new Nothing();
    };
  }

  private static Telling ofNewListing(Frequency frequency, int budgetLeft) {
    return switch (frequency) {
      case AT_ONCE -> budgetLeft > 0 ? new AtOnce() : new InPageAndDigest();
      case DAILY, WEEKLY -> new InPageAndDigest();
      case NEVER -> new InPage();
    };
  }

  /**
   * What the decision needs to know of a match.
   *
   * @param active it stands
   * @param answered the firm has already answered it, so it knows it
   * @param worthAlert strong enough for an alert of its own
   * @param foundBy which side's arrival found it
   * @param firstListOpen the first list of its need has not been told yet
   */
  record Candidate(
      boolean active,
      boolean answered,
      boolean worthAlert,
      FoundBy foundBy,
      boolean firstListOpen) {}
}

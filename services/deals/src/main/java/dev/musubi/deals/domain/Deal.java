package dev.musubi.deals.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A firm's inquiry about a listing and what becomes of it.
 *
 * @param version grows by one with every change
 * @param need from which the firm asks, or null
 * @param match from which the firm asks, or null
 * @param broker who acts for the firm, or null
 * @param anonymous whether the owner does not learn the firm's name yet
 * @param answerDueAt until when the owner is expected to answer
 */
public record Deal(
    UUID id,
    long version,
    UUID listing,
    @Nullable UUID need,
    @Nullable UUID match,
    UUID seeker,
    UUID owner,
    @Nullable UUID broker,
    boolean anonymous,
    Progress progress,
    Instant answerDueAt,
    Instant openedAt,
    Instant changedAt) {

  public Deal accepted(Instant now) {
    requireInquiry();
    return next(anonymous, new Progress.InTalks(now), now);
  }

  public Deal declined(DeclineReason reason, Instant now) {
    requireInquiry();
    return next(anonymous, new Progress.Declined(reason, now), now);
  }

  public Deal withdrawn(Side by, Instant now) {
    requireInquiry();
    return next(anonymous, new Progress.Withdrawn(by, now), now);
  }

  /** An inquiry that its firm closes is withdrawn; an owner answers it instead. */
  public Deal closed(Side by, CloseReason reason, Instant now) {
    return switch (progress) {
      case Progress.Inquired _ when by.asks() -> withdrawn(by, now);
      case Progress.Inquired _ -> throw new DealRefused(new Refused.NotInTalks());
      case Progress.InTalks _ -> next(anonymous, new Progress.Closed(reason, by, now), now);
      case Progress.Declined _, Progress.Withdrawn _, Progress.Closed _ ->
          throw new DealRefused(new Refused.Ended());
    };
  }

  /** The firm tells the owner who it is. That cannot be taken back. */
  public Deal revealed(Instant now) {
    requireOpen();
    if (!anonymous) {
      throw new DealRefused(new Refused.NotAnonymous());
    }
    return next(false, progress, now);
  }

  /** A message was written. */
  public Deal written(Instant now) {
    requireOpen();
    return next(anonymous, progress, now);
  }

  /** The owner was reminded of the answer. */
  public Deal reminded(Instant now) {
    requireInquiry();
    return next(anonymous, new Progress.Inquired(true), now);
  }

  public boolean isOverdue(Instant now) {
    return progress instanceof Progress.Inquired && answerDueAt.isBefore(now);
  }

  private void requireInquiry() {
    if (!(progress instanceof Progress.Inquired)) {
      throw new DealRefused(new Refused.NoLongerAnInquiry());
    }
  }

  private void requireOpen() {
    if (progress.isEnd()) {
      throw new DealRefused(new Refused.Ended());
    }
  }

  private Deal next(boolean stillAnonymous, Progress progress, Instant now) {
    return new Deal(
        id,
        version + 1,
        listing,
        need,
        match,
        seeker,
        owner,
        broker,
        stillAnonymous,
        progress,
        answerDueAt,
        openedAt,
        now);
  }
}

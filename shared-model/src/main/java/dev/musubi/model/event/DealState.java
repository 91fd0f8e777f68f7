package dev.musubi.model.event;

import dev.musubi.model.event.ListingState.Offer.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal as its two sides may know it; what they write to each other stays in {@code deals}.
 *
 * @param needId the need it came from, or null for an inquiry from search
 * @param matchId the match it came from, or null
 * @param seekerId firm that asks; an owner sees its name unless {@code anonymous}
 * @param brokerId who runs the deal, or null
 * @param answerDueAt until when the owner promised to answer
 * @param licence what was granted, once it is signed
 * @param reminded whether the answer is overdue and the owner shall be told; null in events of
 *     before this was told
 * @param closedBy who ended a CLOSED deal, or null
 * @param messages the latest of each side that came by itself, not with an inquiry or an answer;
 *     null in events of before this was told
 */
public record DealState(
    UUID id,
    long version,
    UUID listingId,
    @Nullable UUID needId,
    @Nullable UUID matchId,
    UUID seekerId,
    UUID ownerId,
    @Nullable UUID brokerId,
    boolean anonymous,
    Stage stage,
    @Nullable String declineReason,
    @Nullable Kind licence,
    @Nullable Instant answerDueAt,
    Instant openedAt,
    Instant changedAt,
    @Nullable Boolean reminded,
    @Nullable Side closedBy,
    @Nullable List<Written> messages) {

  public DealState {
    messages = messages == null ? null : List.copyOf(messages);
  }

  /** Stages from inquiry to the end. */
  public enum Stage {
    INQUIRY,
    IN_TALKS,
    NDA,
    DISCLOSURE,
    EVALUATION,
    TERM_SHEET,
    LICENSED,
    ASSIGNED,
    DECLINED,
    CLOSED
  }

  /** On which side of a deal somebody stands. */
  public enum Side {
    SEEKER,
    BROKER,
    OWNER
  }

  /** That something was written; the text itself stays in {@code deals}. */
  public record Written(UUID id, Side by, Instant at) {}
}

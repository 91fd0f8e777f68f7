package dev.musubi.deals.web;

import dev.musubi.deals.domain.CloseReason;
import dev.musubi.deals.domain.DeclineReason;
import dev.musubi.deals.domain.ListingFacts;
import dev.musubi.deals.domain.Side;
import dev.musubi.model.event.DealState.Stage;
import dev.musubi.model.event.ListingState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal as one of its sides sees it.
 *
 * @param side on which the caller stands
 * @param listingTitle by language
 * @param listingState whether the patent is still on offer; null when unknown
 * @param needId null for the owner unless owners may see the need
 * @param seekerId null for the owner while the firm is anonymous; so is its name
 * @param withdrawn whether a closed one was taken back before an answer
 * @param message what was asked first; null in lists
 * @param messages oldest first, the first question among them; empty in lists
 * @param overdue whether the owner's answer is late
 * @param actions what the caller's side may do now: answer, withdraw, close, reveal, message
 * @param notices what is to be told to who writes, in the caller's language
 */
record DealView(
    UUID id,
    long version,
    Side side,
    Stage stage,
    UUID listingId,
    List<ListingFacts.Title> listingTitle,
    ListingState.@Nullable State listingState,
    @Nullable UUID needId,
    @Nullable String needTitle,
    @Nullable UUID matchId,
    @Nullable UUID seekerId,
    @Nullable String seekerName,
    boolean anonymous,
    UUID ownerId,
    @Nullable String ownerName,
    @Nullable UUID brokerId,
    @Nullable String brokerName,
    @Nullable DeclineReason declineReason,
    @Nullable CloseReason closeReason,
    @Nullable Side closedBy,
    boolean withdrawn,
    @Nullable String message,
    List<MessageView> messages,
    Instant answerDueAt,
    boolean overdue,
    List<String> actions,
    List<Notice> notices,
    Instant openedAt,
    Instant changedAt) {

  /** What one side wrote. Who of its people wrote it is not shown. */
  record MessageView(UUID id, Side side, String text, Instant at) {}

  record Notice(String code, String text) {}
}

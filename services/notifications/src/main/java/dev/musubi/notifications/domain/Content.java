package dev.musubi.notifications.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.musubi.model.event.DealState.Side;
import dev.musubi.model.event.MatchState.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, without language or form: the same content makes the alert in the page, the
 * mail in either language and the webhook. Stored as JSON under explicit names.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(Content.MatchFound.class),
  @JsonSubTypes.Type(Content.FirstMatches.class),
  @JsonSubTypes.Type(Content.MemberDigest.class),
  @JsonSubTypes.Type(Content.PublicDigest.class),
  @JsonSubTypes.Type(Content.Confirmation.class),
  @JsonSubTypes.Type(Content.InquiryReceived.class),
  @JsonSubTypes.Type(Content.InquiryAnswered.class),
  @JsonSubTypes.Type(Content.InquiryOverdue.class),
  @JsonSubTypes.Type(Content.MessageReceived.class),
  @JsonSubTypes.Type(Content.TalksEnded.class),
  @JsonSubTypes.Type(Content.WebhookDisabled.class)
})
public sealed interface Content {

  /** A new listing fits a need. */
  @JsonTypeName("MATCH_FOUND")
  record MatchFound(Found match, UUID needId, String needTitle) implements Content {}

  /**
   * The first list of a need.
   *
   * @param total matches in the list
   * @param best the best of them
   */
  @JsonTypeName("FIRST_MATCHES")
  record FirstMatches(UUID needId, String needTitle, int total, List<Found> best)
      implements Content {}

  /** Everything new for the needs of an organisation. */
  @JsonTypeName("MEMBER_DIGEST")
  record MemberDigest(LocalDate day, List<Section> sections) implements Content {}

  /**
   * A need's part of a digest.
   *
   * @param more matches that found no room
   */
  record Section(UUID needId, String needTitle, List<Found> best, int more) {}

  /**
   * A match as messages show it.
   *
   * @param reasons why it fits, and what speaks against it
   */
  record Found(UUID matchId, Headline listing, List<Reason> reasons) {}

  /** New listings for a person without an account. */
  @JsonTypeName("PUBLIC_DIGEST")
  record PublicDigest(LocalDate day, List<Item> items, int more) implements Content {}

  /** A listing in a public digest, and why it is there. */
  record Item(Headline listing, List<Why> why) {}

  /**
   * Why a listing is in a digest.
   *
   * @param kind WORD (the person's words stand in it), FIELD, PREFECTURE, or NEW when the person
   *     asked for everything
   * @param value the word or the code
   */
  record Why(Kind kind, String value) {
    /** Kinds of reason. */
    public enum Kind {
      WORD,
      FIELD,
      PREFECTURE,
      NEW
    }
  }

  /** Asks whether a sign-up was meant. */
  @JsonTypeName("CONFIRMATION")
  record Confirmation(
      UUID consentId, DigestFrequency frequency, Interests interests, Instant expiresAt)
      implements Content {}

  /**
   * A firm asks about a listing.
   *
   * @param anonymous it wishes to stay unnamed
   * @param seeker its name, or null when it stays unnamed or is not known here yet
   * @param answerDueAt until when an answer was promised
   */
  @JsonTypeName("INQUIRY_RECEIVED")
  record InquiryReceived(
      UUID dealId,
      Headline listing,
      boolean anonymous,
      @Nullable String seeker,
      @Nullable String seekerEn,
      @Nullable Instant answerDueAt)
      implements Content {}

  /** The owner has answered. */
  @JsonTypeName("INQUIRY_ANSWERED")
  record InquiryAnswered(
      UUID dealId, Headline listing, boolean accepted, @Nullable String declineReason)
      implements Content {}

  /** The owner has not answered in the time that was promised. */
  @JsonTypeName("INQUIRY_OVERDUE")
  record InquiryOverdue(UUID dealId, Headline listing, @Nullable Instant answerDueAt)
      implements Content {}

  /** Somebody on another side of a deal has written. The text stays in the deal. */
  @JsonTypeName("MESSAGE_RECEIVED")
  record MessageReceived(UUID dealId, Headline listing, Side from) implements Content {}

  /** Somebody on another side has ended the deal. */
  @JsonTypeName("TALKS_ENDED")
  record TalksEnded(UUID dealId, Headline listing, Side by) implements Content {}

  /** A webhook failed for so long that it was switched off. */
  @JsonTypeName("WEBHOOK_DISABLED")
  record WebhookDisabled(UUID webhookId, String host, Instant failingSince) implements Content {}
}

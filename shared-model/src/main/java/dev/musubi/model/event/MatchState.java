package dev.musubi.model.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One listing that fits one need. The pair (need, listing) is unique for ever; the id stays when a
 * match ends and comes back.
 *
 * @param score 0 to 1, comparable within one need and one algorithm only
 * @param rank of the listing among the need's matches when last scored, starting at 1
 * @param algorithm name and version of what scored it, for example "text-1"
 * @param legs which legs took part ("text", "dictionary", "vectors")
 * @param foundBy which side's arrival found it
 * @param worthAlert true when the pair is strong enough for an alert of its own
 * @param state ENDED when need or listing left, or the pair no longer fits
 * @param listingTitle titles at the time, by language, for mails
 * @param feedback the firm's last answer, or null
 */
public record MatchState(
    UUID id,
    long version,
    UUID needId,
    UUID listingId,
    UUID needOrganisationId,
    UUID listingOrganisationId,
    long needVersion,
    long listingVersion,
    State state,
    double score,
    int rank,
    String algorithm,
    List<String> legs,
    FoundBy foundBy,
    boolean worthAlert,
    List<Reason> reasons,
    List<Title> listingTitle,
    String needTitle,
    @Nullable Feedback feedback,
    Instant foundAt,
    Instant changedAt) {

  public MatchState {
    legs = Lists.frozen(legs);
    reasons = Lists.frozen(reasons);
    listingTitle = Lists.frozen(listingTitle);
  }

  /** Whether the match stands. */
  public enum State {
    ACTIVE,
    ENDED
  }

  /** Which side arrived last. A NEED brings a first list; a LISTING brings an alert. */
  public enum FoundBy {
    NEED,
    LISTING,
    REBUILD
  }

  /**
   * Why it fits, or what speaks against it. Never claims what is not in the texts.
   *
   * @param kind TERMS (words that met), FIELD, IPC, CONDITION (an offer or term that fits), AGAINST
   *     (a condition that is not met)
   * @param where field of the listing in which the words stand, for example "effect"
   * @param needWords words of the need
   * @param listingWords words of the listing that they met, aligned with needWords
   * @param value code of the field, class or condition
   * @param weight share in the score, 0 to 1
   */
  public record Reason(
      Kind kind,
      @Nullable String where,
      List<String> needWords,
      List<String> listingWords,
      @Nullable String value,
      double weight) {
    public Reason {
      needWords = Lists.frozen(needWords);
      listingWords = Lists.frozen(listingWords);
    }

    /** Kinds of reason. */
    public enum Kind {
      TERMS,
      TRANSLATION,
      ELEMENT,
      PASSAGE,
      FIELD,
      IPC,
      CONDITION,
      AGAINST
    }
  }

  /** A title in one language. */
  public record Title(String lang, String text) {}

  /** A firm's answer to a match. */
  public record Feedback(Answer answer, @Nullable DeclineReason reason, Instant at) {
    /** What the firm said. */
    public enum Answer {
      INTERESTED,
      LATER,
      NO
    }

    /** Eight kinds of "no", so that owners learn what to mend. */
    public enum DeclineReason {
      TOO_EARLY,
      BENEFIT_UNCLEAR,
      ROUTE_UNCLEAR,
      DESCRIPTION_UNCLEAR,
      NOT_OUR_FIELD,
      HAVE_IT_ALREADY,
      TERMS_DO_NOT_FIT,
      OTHER
    }
  }
}

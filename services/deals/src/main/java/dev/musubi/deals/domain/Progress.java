package dev.musubi.deals.domain;

import java.time.Instant;

/**
 * How far a deal has come. The stages between talks and licence (NDA, disclosure, option, term
 * sheet) follow the practice of Japanese licensing offices and will stand between {@link InTalks}
 * and the end.
 */
public sealed interface Progress {
  /**
   * The firm has asked and waits for an answer.
   *
   * @param reminded whether the owner was told that the answer is overdue
   */
  record Inquired(boolean reminded) implements Progress {}

  /** The owner wants to talk. */
  record InTalks(Instant since) implements Progress {}

  /** The owner has declined. */
  record Declined(DeclineReason reason, Instant at) implements Progress {}

  /** The firm, or its broker, has taken the inquiry back before an answer. */
  record Withdrawn(Side by, Instant at) implements Progress {}

  /** One side has ended the talks. */
  record Closed(CloseReason reason, Side by, Instant at) implements Progress {}

  /** Whether nothing can follow. */
  default boolean isEnd() {
    return switch (this) {
      case Inquired _, InTalks _ -> false;
      case Declined _, Withdrawn _, Closed _ -> true;
    };
  }
}

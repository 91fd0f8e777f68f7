package dev.musubi.messaging.deadletter;

import java.time.Instant;

/**
 * What an operator decided about a dead letter.
 *
 * @param by who, as the operating system names them
 * @param note why; empty when nothing was said
 */
public record Decision(Kind what, Instant at, String by, String note) {
  /** What can be done about a dead letter. */
  public enum Kind {
    REPLAYED,
    DROPPED
  }
}

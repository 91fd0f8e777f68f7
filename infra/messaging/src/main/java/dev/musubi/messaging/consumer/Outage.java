package dev.musubi.messaging.consumer;

import java.time.Instant;

/**
 * Several keys in a row failed because something is away: then the whole consumer waits, instead of
 * trying the thousand others in vain.
 */
final class Outage {
  private static final int KEYS = 3;

  private final Pauses pauses;
  private int inARow;
  private int outages;
  private Instant until = Instant.MIN;

  Outage(Pauses pauses) {
    this.pauses = pauses;
  }

  void success() {
    inARow = 0;
    outages = 0;
  }

  /** True when it is no use to go on now. */
  boolean failure(Instant now) {
    inARow++;
    if (inARow < KEYS) {
      return false;
    }
    outages++;
    until = now.plus(pauses.after(outages));
    return true;
  }

  boolean lasts(Instant now) {
    return until.isAfter(now);
  }

  Instant until() {
    return until;
  }
}

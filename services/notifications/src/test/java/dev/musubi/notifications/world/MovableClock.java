package dev.musubi.notifications.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes, and can be moved. */
public final class MovableClock implements InstantSource {
  private volatile Duration offset = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(offset);
  }

  /** Makes it this moment now; the clock goes on from there. */
  public void set(Instant moment) {
    offset = Duration.between(Instant.now(), moment);
  }

  /** Jumps forward, or back. */
  public void jump(Duration by) {
    offset = offset.plus(by);
  }
}

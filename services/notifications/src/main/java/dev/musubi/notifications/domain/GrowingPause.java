package dev.musubi.notifications.domain;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pause before the next attempt: doubles from the first to the longest, a tenth at random on
 * top, so that what failed together does not come back together.
 *
 * @param first pause after the first failure
 * @param longest the pause never grows beyond it
 */
public record GrowingPause(Duration first, Duration longest) {

  /** Pause after so many failures, counted from 1. */
  public Duration after(int failures) {
    int doublings = Math.clamp(failures - 1L, 0, 30);
    long millis = Math.min(longest.toMillis(), first.toMillis() << doublings);
    return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 10 + 1));
  }
}

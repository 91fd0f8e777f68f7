package dev.musubi.messaging.consumer;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses that double up to a limit, each a little longer by chance so that not all wake at once.
 */
record Pauses(Duration first, Duration longest) {
  private static final int DOUBLINGS = 30;
  private static final int CHANCE_PERCENT = 20;

  /** The pause after this many failures, from 1. */
  Duration after(int failures) {
    Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
    Duration pause = doubled.compareTo(longest) > 0 ? longest : doubled;
    int chance = ThreadLocalRandom.current().nextInt(CHANCE_PERCENT + 1);
    return pause.plus(pause.multipliedBy(chance).dividedBy(100));
  }
}

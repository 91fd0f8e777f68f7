package dev.musubi.matching.embedding;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How quickly texts are embedded by this instance, weighted towards the last ones. */
@Component
public class Progress {
  private static final double WEIGHT_OF_LAST = 0.2;

  private double perSecond;
  private long made;

  /** Some have been made, in this time. */
  public synchronized void made(int texts, long nanos) {
    var rate = texts / Math.max(1e-6, nanos / 1e9);
    perSecond = made == 0 ? rate : perSecond * (1 - WEIGHT_OF_LAST) + rate * WEIGHT_OF_LAST;
    made += texts;
  }

  /** Texts since the start. */
  public synchronized long made() {
    return made;
  }

  /** Texts a second, 0 before the first. */
  public synchronized double perSecond() {
    return perSecond;
  }

  /** How long so many more will take; empty before the first. */
  public synchronized Optional<Duration> remaining(long texts) {
    return perSecond > 0
        ? Optional.of(Duration.ofMillis((long) (texts / perSecond * 1000)))
        : Optional.empty();
  }
}

package dev.musubi.e2e.faults.inject;

import java.time.Duration;
import java.util.List;

/**
 * One thing that goes wrong.
 *
 * @param victims names of processes, as {@code status} shows them; empty when it is about none
 * @param lasts how long, if it does not only happen
 * @param gap until the next one
 * @param number for whatever else is chosen at random about it
 */
public record Fault(Kind kind, List<String> victims, Duration lasts, Duration gap, long number) {
  /** One line for people. */
  @Override
  public String toString() {
    return kind.label()
        + (victims.isEmpty() ? "" : " " + String.join("+", victims))
        + (lasts.isZero() ? "" : " for %.1f s".formatted(lasts.toMillis() / 1000.0));
  }
}

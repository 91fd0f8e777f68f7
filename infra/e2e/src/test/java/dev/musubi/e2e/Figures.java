package dev.musubi.e2e;

import java.time.Duration;
import java.time.Instant;

/** How long things took, for whoever reads the output; nothing is demanded of them here. */
final class Figures {
  private Figures() {}

  static void say(String what, Instant from, Instant to) {
    System.out.printf("figure: %s: %d ms%n", what, Duration.between(from, to).toMillis());
  }
}

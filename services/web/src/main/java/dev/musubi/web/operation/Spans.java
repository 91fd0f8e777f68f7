package dev.musubi.web.operation;

import dev.musubi.web.language.Words;
import java.time.Duration;
import java.util.Locale;

/** Times and sizes as people say them. */
final class Spans {
  private static final double GIGA = 1_000_000_000.0;

  private Spans() {}

  /** In the largest unit of which there are at least two. */
  static String of(long seconds, Words words) {
    Duration span = Duration.ofSeconds(seconds);
    if (span.toDays() > 1) {
      return words.say("operation.days", span.toDays());
    }
    if (span.toHours() > 1) {
      return words.say("operation.hours", span.toHours());
    }
    return span.toMinutes() > 1
        ? words.say("operation.minutes", span.toMinutes())
        : words.say("operation.seconds", seconds);
  }

  static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / GIGA);
  }
}

package dev.musubi.observability;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finished step of a trace.
 *
 * @param parentId the step that caused it; null for the first of a trace
 * @param failure why it failed; null when it did not
 */
public record Span(
    String traceId,
    String spanId,
    @Nullable String parentId,
    Kind kind,
    String name,
    Instant began,
    Instant ended,
    @Nullable String failure) {

  /** Which side of which exchange; the numbers are those of OpenTelemetry's protocol. */
  public enum Kind {
    INTERNAL(1),
    SERVER(2),
    CLIENT(3),
    PRODUCER(4),
    CONSUMER(5);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }
}

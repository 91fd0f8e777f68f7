package dev.musubi.observability;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something measured at most every five seconds, however many ask. A failure is remembered as long,
 * so that a database that is away is not waited for again by every single gauge.
 */
public final class Fresh<T> {
  private static final long NANOS = Duration.ofSeconds(5).toNanos();

  private final Supplier<T> measure;
  private @Nullable T last;
  private @Nullable RuntimeException failure;
  private long measuredAt = System.nanoTime() - NANOS;

  public Fresh(Supplier<T> measure) {
    this.measure = measure;
  }

  /** The last measurement, or a new one when that is too old. */
  public synchronized T get() {
    T known = last;
    if (known == null || System.nanoTime() - measuredAt >= NANOS) {
      if (known == null && failure != null && System.nanoTime() - measuredAt < NANOS) {
        throw failure;
      }
      return anew();
    }
    return known;
  }

  private T anew() {
    last = null;
    failure = null;
    try {
      T measured = measure.get();
      last = measured;
      return measured;
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    } finally {
      measuredAt = System.nanoTime();
    }
  }
}

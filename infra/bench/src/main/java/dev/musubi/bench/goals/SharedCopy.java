package dev.musubi.bench.goals;

import org.jspecify.annotations.Nullable;

/** One copy for all rows of a run: to start it and to match its sample data takes minutes. */
final class SharedCopy implements AutoCloseable {
  private @Nullable MeasuredCopy started;

  /** Starts it for the first who asks; comes to rest before each of them. */
  MeasuredCopy calm(Setting setting) throws Exception {
    var copy = started;
    if (copy == null) {
      copy = MeasuredCopy.start(setting);
      started = copy;
    }
    copy.awaitCalm();
    return copy;
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
  }
}

package dev.musubi.messaging;

import java.util.List;
import java.util.function.Consumer;

/**
 * As {@link Subscription}, for handlers that work faster on many events. A batch is one transaction
 * and holds at most {@code maxBatch} events in their order, of one key perhaps several. When it
 * fails, each event is tried alone, so the handler is then called with lists of one.
 */
public record BatchSubscription<T>(
    String consumer,
    String topic,
    Class<T> type,
    Consumer<List<IncomingEvent<T>>> handler,
    int maxBatch) {
  public BatchSubscription {
    if (maxBatch < 1) {
      throw new IllegalArgumentException("maxBatch of " + consumer + " must be at least 1");
    }
  }
}

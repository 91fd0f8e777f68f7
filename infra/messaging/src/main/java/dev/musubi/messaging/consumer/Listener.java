package dev.musubi.messaging.consumer;

import dev.musubi.messaging.BatchSubscription;
import dev.musubi.messaging.IncomingEvent;
import dev.musubi.messaging.Subscription;
import java.util.List;
import java.util.function.Consumer;

/** A subscription of either kind. */
record Listener<T>(
    String consumer,
    String topic,
    Class<T> type,
    Consumer<List<IncomingEvent<T>>> handler,
    int maxBatch) {

  static <T> Listener<T> of(Subscription<T> it) {
    return new Listener<>(
        it.consumer(), it.topic(), it.type(), events -> events.forEach(it.handler()::handle), 1);
  }

  static <T> Listener<T> of(BatchSubscription<T> it) {
    return new Listener<>(it.consumer(), it.topic(), it.type(), it.handler(), it.maxBatch());
  }
}

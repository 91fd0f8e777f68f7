package dev.musubi.messaging;

import java.util.Collection;
import java.util.List;

/** Where a service leaves its events, in the transaction that makes them true. */
public interface Outbox {

  /**
   * Writes the event in the caller's transaction; it is sent once that has committed, after all
   * earlier ones of its key. Change the aggregate's row (and so its version) in the same
   * transaction: that row's lock is what orders events of one key.
   *
   * @throws IllegalStateException outside a transaction, or in a read-only one
   * @throws EventTooLarge above 900 kB of payload
   * @throws EventInvalid when it breaks its schema or contradicts itself
   */
  default void append(OutgoingEvent event) {
    appendAll(List.of(event));
  }

  /** As {@link #append}, in the given order and one round trip: for imports. */
  void appendAll(Collection<OutgoingEvent> events);
}

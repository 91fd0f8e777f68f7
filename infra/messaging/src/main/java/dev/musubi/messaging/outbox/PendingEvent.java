package dev.musubi.messaging.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the outbox. */
@SuppressWarnings("ArrayRecordComponent")
record PendingEvent(
    long id,
    UUID eventId,
    String topic,
    String key,
    String type,
    long version,
    Instant occurredAt,
    String traceparent,
    byte @Nullable [] payload) {

  Reference reference() {
    return new Reference(id, eventId);
  }

  /**
   * Names a row beyond doubt: numbers alone come again when a database is made anew beside a Kafka
   * that was kept.
   */
  record Reference(long id, UUID eventId) {}
}

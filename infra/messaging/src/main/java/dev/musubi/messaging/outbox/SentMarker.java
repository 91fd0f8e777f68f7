package dev.musubi.messaging.outbox;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A note of what one Kafka transaction holds, sent in that very transaction. Whoever relays next
 * learns from it whether the transaction was committed by one that died before it could delete the
 * rows, and deletes them instead of sending them again.
 */
final class SentMarker {
  private static final int ENTRY = 3 * Long.BYTES;

  private SentMarker() {}

  static String topic(String service) {
    return "musubi.relay." + service;
  }

  static byte[] encode(Collection<PendingEvent> events) {
    ByteBuffer buffer = ByteBuffer.allocate(events.size() * ENTRY);
    for (PendingEvent event : events) {
      buffer
          .putLong(event.id())
          .putLong(event.eventId().getMostSignificantBits())
          .putLong(event.eventId().getLeastSignificantBits());
    }
    return buffer.array();
  }

  static List<PendingEvent.Reference> decode(byte[] value) {
    ByteBuffer buffer = ByteBuffer.wrap(value);
    List<PendingEvent.Reference> references = new ArrayList<>();
    while (buffer.remaining() >= ENTRY) {
      references.add(
          new PendingEvent.Reference(
              buffer.getLong(), new UUID(buffer.getLong(), buffer.getLong())));
    }
    return references;
  }
}

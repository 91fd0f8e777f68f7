package dev.musubi.messaging;

/** An event is larger than Kafka would take. Nothing was written. */
public final class EventTooLarge extends RuntimeException {
  public EventTooLarge(String type, String key, int size, int limit) {
    super(
        "%s of %s has %,d bytes; an event may have %,d. Shorten its texts."
            .formatted(type, key, size, limit));
  }
}

package dev.musubi.messaging.outbox;

import dev.musubi.messaging.EventInvalid;
import dev.musubi.messaging.EventSchemas;
import dev.musubi.messaging.EventTooLarge;
import dev.musubi.messaging.OutgoingEvent;
import dev.musubi.messaging.Topics;
import dev.musubi.model.event.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What must hold before an event may be written: afterwards nobody could mend it. */
final class EventCheck {
  /** Kafka's default limit is 1 MiB for a record with its headers. */
  static final int MAX_PAYLOAD = 900_000;

  private static final int MAX_KEY = 200;

  private final EventSchemas schemas;

  EventCheck(EventSchemas schemas) {
    this.schemas = schemas;
  }

  void check(OutgoingEvent event) {
    if (!Topics.all().contains(event.topic())) {
      throw invalid(event, "there is no topic \"" + event.topic() + "\"");
    }
    if (!Topics.carries(event.topic(), event.type())) {
      throw invalid(event, "this type does not belong on " + event.topic());
    }
    if (event.key().isBlank() || event.key().length() > MAX_KEY) {
      throw invalid(event, "the key must have 1 to " + MAX_KEY + " characters");
    }
    if (event.aggregateVersion() < 1) {
      throw invalid(event, "the aggregate's version must be at least 1");
    }
    byte @Nullable [] payload = event.payload();
    if (payload != null) {
      payload(event, payload);
    }
  }

  private void payload(OutgoingEvent event, byte[] payload) {
    if (payload.length > MAX_PAYLOAD) {
      throw new EventTooLarge(event.type(), event.key(), payload.length, MAX_PAYLOAD);
    }
    JsonNode state = read(event, payload);
    schemas
        .violation(event.topic(), state)
        .ifPresent(
            reason -> {
              throw invalid(event, reason);
            });
    if (!event.key().equals(state.path("id").asString(""))) {
      throw invalid(event, "the key is not the id of the state");
    }
    if (event.aggregateVersion() != state.path("version").asLong(0)) {
      throw invalid(event, "the version is not that of the state");
    }
  }

  private static JsonNode read(OutgoingEvent event, byte[] payload) {
    try {
      return EventJson.mapper().readTree(payload);
    } catch (JacksonException e) {
      throw invalid(event, "the payload is no JSON: " + e.getOriginalMessage());
    }
  }

  private static EventInvalid invalid(OutgoingEvent event, String reason) {
    return new EventInvalid(event.type(), event.key(), reason);
  }
}

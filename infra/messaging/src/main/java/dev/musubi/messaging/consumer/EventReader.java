package dev.musubi.messaging.consumer;

import dev.musubi.messaging.Envelope;
import dev.musubi.messaging.EventSchemas;
import dev.musubi.messaging.IncomingEvent;
import dev.musubi.messaging.Topics;
import dev.musubi.model.event.EventJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Makes an event of a record, or says why that is impossible. */
final class EventReader<T> {
  private static final ObjectReader TREES =
      EventJson.mapper()
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private final String topic;
  private final Class<T> type;
  private final EventSchemas schemas;

  EventReader(String topic, Class<T> type, EventSchemas schemas) {
    this.topic = topic;
    this.type = type;
    this.schemas = schemas;
  }

  /** The id that its envelope gives it, or one that is the same at each delivery. */
  static UUID identity(ConsumerRecord<byte[], byte[]> record) {
    return Envelope.text(record.headers(), Envelope.ID)
        .flatMap(EventReader::uuid)
        .orElseGet(
            () ->
                UUID.nameUUIDFromBytes(
                    (record.topic() + "/" + record.partition() + "/" + record.offset())
                        .getBytes(StandardCharsets.UTF_8)));
  }

  IncomingEvent<T> read(ConsumerRecord<byte[], byte[]> record) throws Unreadable {
    UUID id =
        uuid(header(record, Envelope.ID))
            .orElseThrow(() -> new Unreadable("the header ce_id is no UUID"));
    String name = header(record, Envelope.TYPE);
    if (!Topics.carries(topic, name)) {
      throw new Unreadable("unknown type \"" + name + "\" on " + topic);
    }
    String key = key(record);
    long version = version(header(record, Envelope.AGGREGATE_VERSION));
    Instant time = time(header(record, Envelope.TIME));
    byte @Nullable [] value = record.value();
    T state = value == null ? null : state(value, key, version);
    return new IncomingEvent<>(id, name, time, key, version, state);
  }

  private T state(byte[] value, String key, long version) throws Unreadable {
    JsonNode tree = tree(text(value, "the value"));
    String violation = schemas.violation(topic, tree).orElse(null);
    if (violation != null) {
      throw new Unreadable("breaks its schema: " + violation);
    }
    if (!key.equals(tree.path("id").asString(""))) {
      throw new Unreadable("the key is not the id of the state");
    }
    if (version != tree.path("version").asLong(0)) {
      throw new Unreadable("the header ce_aggregateversion is not the version of the state");
    }
    try {
      return EventJson.mapper().treeToValue(tree, type);
    } catch (JacksonException e) {
      throw new Unreadable("is no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  private static JsonNode tree(String json) throws Unreadable {
    try {
      return TREES.readTree(json);
    } catch (JacksonException e) {
      throw new Unreadable("malformed JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) throws Unreadable {
    byte @Nullable [] key = record.key();
    if (key == null) {
      throw new Unreadable("has no key");
    }
    String text = text(key, "the key");
    if (uuid(text).filter(it -> it.toString().equals(text)).isEmpty()) {
      throw new Unreadable("the key is no UUID as we write them");
    }
    return text;
  }

  private static String text(byte[] bytes, String what) throws Unreadable {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable(what + " is not UTF-8", e);
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name)
      throws Unreadable {
    return Envelope.text(record.headers(), name)
        .orElseThrow(() -> new Unreadable("the header " + name + " is missing"));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static long version(String text) throws Unreadable {
    try {
      long version = Long.parseLong(text);
      if (version >= 1) {
        return version;
      }
    } catch (NumberFormatException e) {
      throw new Unreadable("the header ce_aggregateversion is no number", e);
    }
    throw new Unreadable("the header ce_aggregateversion is below 1");
  }

  private static Instant time(String text) throws Unreadable {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Unreadable("the header ce_time is no time", e);
    }
  }
}

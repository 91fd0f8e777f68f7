package dev.musubi.testkit.poison;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What is wrong with a record. */
enum Flaw {
  MALFORMED,
  TRAILING,
  DOUBLED_NAME,
  OVERSIZED,
  UNKNOWN_TYPE,
  OTHER_SCHEMA_VERSION,
  WRONG_VERSION,
  SCHEMA_BREAKING,
  NOT_UTF8,
  DEEPLY_NESTED,
  NO_ENVELOPE,
  NO_TIME,
  STRANGE_KEY,
  NOT_THE_KEY,
  TERMINAL_ESCAPES;

  /** Just below what Kafka takes, so that with the reason added it is too large for a letter. */
  private static final int OVERSIZE = 1_040_000;

  private static final int DEPTH = 100_000;

  /** The key of the record: most have one that is in order, so that the flaw is theirs alone. */
  String key(UUID id) {
    return this == STRANGE_KEY ? "../../" + id : id.toString();
  }

  ProducerRecord<byte[], byte[]> record(String topic, UUID id) {
    String aggregate = topic.split("\\.", -1)[1];
    var record = new ProducerRecord<>(topic, null, utf8(key(id)), value(id));
    if (this == NO_ENVELOPE) {
      return record;
    }
    header(record, "ce_id", UUID.randomUUID().toString());
    header(record, "ce_type", type(aggregate));
    header(record, "ce_source", "/poison");
    header(record, "ce_specversion", "1.0");
    header(record, "ce_aggregateversion", this == WRONG_VERSION ? "minus one" : "1");
    if (this != NO_TIME) {
      header(record, "ce_time", Instant.now().toString());
    }
    return record;
  }

  /** An event of the same topic with which nothing is wrong: that there is nothing any more. */
  static ProducerRecord<byte[], byte[]> sound(String topic, UUID id, UUID event) {
    String aggregate = topic.split("\\.", -1)[1];
    var record = new ProducerRecord<byte[], byte[]>(topic, null, utf8(id.toString()), null);
    header(record, "ce_id", event.toString());
    header(record, "ce_type", "dev.musubi." + aggregate + ".deleted.v1");
    header(record, "ce_time", Instant.now().toString());
    header(record, "ce_aggregateversion", "1");
    return record;
  }

  private String type(String aggregate) {
    return switch (this) {
      case UNKNOWN_TYPE -> "com.example.something.v9";
      case OTHER_SCHEMA_VERSION -> "dev.musubi." + aggregate + ".changed.v2";
      case TERMINAL_ESCAPES -> "\u001b[2J\u001b]0;owned\u0007\r\n\u202edev.musubi.x.y.v1";
      default -> "dev.musubi." + aggregate + ".changed.v1";
    };
  }

  private byte @Nullable [] value(UUID id) {
    String beginning = "{\"id\":\"" + id + "\",\"version\":1";
    return switch (this) {
      case MALFORMED -> utf8(beginning + ", ");
      case TRAILING -> utf8(beginning + "} {}");
      case DOUBLED_NAME -> utf8(beginning + ",\"version\":2}");
      case OVERSIZED -> utf8(beginning + ",\"x\":\"" + "x".repeat(OVERSIZE) + "\"}");
      case NOT_UTF8 -> new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};
      case DEEPLY_NESTED -> utf8("[".repeat(DEPTH));
      // A tombstone that is all right but for its key.
      case STRANGE_KEY -> null;
      case NOT_THE_KEY -> utf8("{\"id\":\"" + UUID.randomUUID() + "\",\"version\":1}");
      case UNKNOWN_TYPE,
          OTHER_SCHEMA_VERSION,
          WRONG_VERSION,
          SCHEMA_BREAKING,
          NO_ENVELOPE,
          NO_TIME,
          TERMINAL_ESCAPES ->
          utf8(beginning + "}");
    };
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, utf8(value));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

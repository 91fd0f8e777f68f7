package dev.musubi.e2e.faults.inject;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts records on the topics that no consumer can handle, and remembers where they came to lie. */
public final class Poison {
  /** By this source header they are told from everything that services send. */
  public static final String SOURCE = "/poison";

  /** Every topic of events. */
  public static final List<String> TOPICS =
      List.of(
          "musubi.listing.v1",
          "musubi.need.v1",
          "musubi.organisation.v1",
          "musubi.match.v1",
          "musubi.deal.v1",
          "musubi.delivery.v1");

  private static final int OVERSIZED = 900_000;
  private static final int DEEP = 100_000;
  private static final int SECONDS = 20;

  private final Supplier<String> kafka;
  private final List<Place> acknowledged = new ArrayList<>();

  /** What is wrong with a record. */
  enum Flaw {
    MALFORMED,
    OVERSIZED,
    UNKNOWN_TYPE,
    WRONG_VERSION,
    SCHEMA_BREAKING,
    NOT_UTF8,
    DEEPLY_NESTED,
    NO_ENVELOPE,
    STRANGE_KEY
  }

  /** Where a record lies. */
  public record Place(String topic, int partition, long offset, String flaw) {}

  Poison(Supplier<String> kafka) {
    this.kafka = kafka;
  }

  /** Those of which Kafka said that it has them. */
  public synchronized List<Place> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** Some on every topic; how many could be put there. */
  int spread(Random random) {
    int sent = 0;
    try (var producer = producer()) {
      for (var topic : TOPICS) {
        for (int i = 0; i < 3; i++) {
          var flaw = Flaw.values()[random.nextInt(Flaw.values().length)];
          sent += send(producer, record(topic, flaw), flaw) ? 1 : 0;
        }
      }
    } catch (KafkaException away) {
      return sent;
    }
    return sent;
  }

  private boolean send(
      KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record, Flaw flaw) {
    try {
      var there = producer.send(record).get(SECONDS, TimeUnit.SECONDS);
      synchronized (this) {
        acknowledged.add(new Place(there.topic(), there.partition(), there.offset(), flaw.name()));
      }
      return true;
    } catch (ExecutionException | TimeoutException away) {
      // It may be there or not; only what was acknowledged must come out as a dead letter.
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.get());
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, Flaw flaw) {
    var id = UUID.randomUUID().toString();
    var key = flaw == Flaw.STRANGE_KEY ? bytes("no uuid, ../../etc/passwd") : bytes(id);
    var record = new ProducerRecord<>(topic, null, key, value(flaw, id));
    record.headers().add("ce_source", bytes(SOURCE));
    if (flaw != Flaw.NO_ENVELOPE) {
      var aggregate = topic.split("\\.", -1)[1];
      var type = flaw == Flaw.UNKNOWN_TYPE ? "com.example.something.v9" : "changed";
      record
          .headers()
          .add("ce_id", bytes(UUID.randomUUID().toString()))
          .add(
              "ce_type",
              bytes(type.contains(".") ? type : "dev.musubi." + aggregate + ".changed.v1"))
          .add("ce_time", bytes(Instant.now().toString()))
          .add("ce_specversion", bytes("1.0"))
          .add("ce_aggregateversion", bytes(flaw == Flaw.WRONG_VERSION ? "minus one" : "1"));
    }
    return record;
  }

  private static byte @Nullable [] value(Flaw flaw, String id) {
    return switch (flaw) {
      case MALFORMED -> bytes("{\"id\": \"" + id + "\", \"version\": 1, ");
      case OVERSIZED -> bytes("{\"id\": \"" + id + "\", \"x\": \"" + "x".repeat(OVERSIZED) + "\"}");
      case NOT_UTF8 -> new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};
      case DEEPLY_NESTED -> bytes("[".repeat(DEEP));
      // A tombstone that is all right but for its key.
      case STRANGE_KEY -> null;
      case UNKNOWN_TYPE, WRONG_VERSION, SCHEMA_BREAKING, NO_ENVELOPE ->
          bytes("{\"id\": \"" + id + "\", \"version\": 1}");
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

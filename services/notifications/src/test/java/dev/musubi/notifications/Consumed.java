package dev.musubi.notifications;

import dev.musubi.testkit.EngineKit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What lies in a topic. */
final class Consumed {
  private Consumed() {}

  /** Values that contain a text, as soon as there are so many. */
  static List<String> of(String topic, String text, int enough) {
    List<String> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                EngineKit.shared().kafka(),
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      Instant end = Instant.now().plusSeconds(30);
      while (found.size() < enough && Instant.now().isBefore(end)) {
        consumer
            .poll(Duration.ofMillis(300))
            .forEach(
                record -> {
                  String value = new String(record.value(), StandardCharsets.UTF_8);
                  if (value.contains(text)) {
                    found.add(value);
                  }
                });
      }
    }
    return found;
  }
}

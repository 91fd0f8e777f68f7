package dev.musubi.testkit.poison;

import dev.musubi.testkit.EngineKit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What lies in the dead letters of one consumer, read from where the last look ended. */
final class DeadLetterBox implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, List<String>> reasons = new HashMap<>();

  DeadLetterBox(Listening listening) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", EngineKit.shared().kafka()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var letters = new TopicPartition(listening.topic() + "." + listening.consumer() + ".dlt", 0);
    consumer.assign(List.of(letters));
    consumer.seekToBeginning(List.of(letters));
  }

  /** The reasons of all letters so far, by their keys. */
  Map<String, List<String>> reasons() {
    consumer.poll(Duration.ofMillis(200)).forEach(this::keep);
    return reasons;
  }

  private void keep(ConsumerRecord<byte[], byte[]> letter) {
    Header reason = letter.headers().lastHeader("dlt_reason");
    String text = reason == null ? "" : new String(reason.value(), StandardCharsets.UTF_8);
    reasons
        .computeIfAbsent(new String(letter.key(), StandardCharsets.UTF_8), _ -> new ArrayList<>())
        .add(text);
  }

  @Override
  public void close() {
    consumer.close();
  }
}

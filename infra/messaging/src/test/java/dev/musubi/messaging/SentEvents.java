package dev.musubi.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Reads a whole topic. */
final class SentEvents {
  private static final int PARTITIONS = 6;

  private SentEvents() {}

  static List<TestService.Sent> read(String kafka, String topic) {
    List<TestService.Sent> found = new ArrayList<>();
    KafkaClients clients = new KafkaClients(kafka, Map.of());
    for (int partition = 0; partition < PARTITIONS; partition++) {
      try (LogReader log = new LogReader(clients, new TopicPartition(topic, partition))) {
        log.read(
            log.begin(),
            log.end(),
            it ->
                found.add(
                    new TestService.Sent(
                        Envelope.text(it.headers(), Envelope.ID).orElse(""),
                        it.key() == null ? "" : new String(it.key(), StandardCharsets.UTF_8),
                        Long.parseLong(
                            Envelope.text(it.headers(), Envelope.AGGREGATE_VERSION).orElse("0")),
                        Envelope.text(it.headers(), Envelope.TYPE).orElse(""))));
      }
    }
    return found;
  }
}

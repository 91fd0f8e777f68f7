package dev.musubi.messaging.deadletter;

import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.LogReader;
import dev.musubi.messaging.Topics;
import dev.musubi.model.event.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The log of decisions, a compacted topic: a record of Kafka itself cannot be crossed out. */
final class Decisions {
  private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

  private final KafkaClients clients;
  private final Set<Long> told = ConcurrentHashMap.newKeySet();

  Decisions(KafkaClients clients) {
    this.clients = clients;
  }

  Map<LetterId, Decision> all() {
    Map<LetterId, Decision> found = new HashMap<>();
    try (LogReader log = new LogReader(clients, new TopicPartition(Topics.DECISIONS, 0))) {
      log.read(log.begin(), log.end(), it -> note(it, found));
    } catch (UnknownTopicOrPartitionException e) {
      // No service has listened yet, so nothing was decided.
      return Map.of();
    }
    return found;
  }

  private void note(ConsumerRecord<byte[], byte[]> record, Map<LetterId, Decision> found) {
    byte @Nullable [] key = record.key();
    byte @Nullable [] value = record.value();
    if (key == null || value == null) {
      return;
    }
    try {
      LetterId id = LetterId.parse(new String(key, StandardCharsets.UTF_8));
      found.put(id, EventJson.read(value, Decision.class));
    } catch (IllegalArgumentException | JacksonException e) {
      // Its letter stands as undecided: nothing else is held up, and somebody decides again.
      if (told.add(record.offset())) {
        LOG.warn(
            "Offset {} of {} is no decision: {}", record.offset(), record.topic(), e.toString());
      }
    }
  }

  static ProducerRecord<byte[], byte[]> record(LetterId id, Decision decision) {
    return new ProducerRecord<>(
        Topics.DECISIONS,
        0,
        id.toString().getBytes(StandardCharsets.UTF_8),
        EventJson.write(decision));
  }
}

package dev.musubi.messaging.consumer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The partitions that a member holds now: what it fetched from each, and up to where it is done.
 */
final class Assignment implements ConsumerRebalanceListener {
  private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

  private final Consumer<byte[], byte[]> consumer;
  private final String name;
  private final TopicIds topicIds;
  private final Positions positions;
  private final int window;
  private final Map<TopicPartition, PartitionWindow> windows = new HashMap<>();
  private final Map<TopicPartition, Long> saved = new HashMap<>();
  private final Map<String, UUID> ids = new HashMap<>();
  private int turn;

  Assignment(
      Consumer<byte[], byte[]> consumer,
      Listener<?> listener,
      TopicIds topicIds,
      Positions positions,
      int window) {
    this.consumer = consumer;
    this.name = listener.consumer();
    this.topicIds = topicIds;
    this.positions = positions;
    this.window = window;
  }

  /** Reads on from where this service's own database stands, not from what Kafka remembers. */
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    ids.putAll(topicIds.of(partitions.stream().map(TopicPartition::topic).distinct().toList()));
    for (TopicPartition each : partitions) {
      windows.put(each, new PartitionWindow(window));
      Long next = positions.of(name, id(each)).get(each.partition());
      if (next == null) {
        consumer.seekToBeginning(List.of(each));
      } else {
        consumer.seek(each, next);
      }
    }
    LOG.info("{} reads {}", name, partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    saveQuietly();
    forget(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    forget(partitions);
  }

  private void forget(Collection<TopicPartition> partitions) {
    partitions.forEach(windows::remove);
    partitions.forEach(saved::remove);
  }

  void add(ConsumerRecord<byte[], byte[]> record, Instant now) {
    PartitionWindow held = windows.get(new TopicPartition(record.topic(), record.partition()));
    if (held != null) {
      held.add(record, now);
    }
  }

  /** Fetches no more for partitions of which enough is held. */
  void flow() {
    List<TopicPartition> full = new ArrayList<>();
    List<TopicPartition> open = new ArrayList<>();
    windows.forEach(
        (partition, it) -> {
          it.trim();
          (it.isFull() ? full : open).add(partition);
        });
    consumer.pause(full);
    consumer.resume(open);
  }

  /** Beginning with another partition each time, so that none is always last. */
  void runnable(Instant now, int most, Collection<Pending> found) {
    List<TopicPartition> order =
        windows.keySet().stream()
            .sorted(
                Comparator.comparing(TopicPartition::topic)
                    .thenComparing(TopicPartition::partition))
            .toList();
    turn++;
    for (int i = 0; i < order.size(); i++) {
      PartitionWindow next = windows.get(order.get((turn + i) % order.size()));
      if (next != null) {
        next.runnable(now, most, found);
      }
    }
  }

  Instant nextDue(Instant now) {
    return windows.values().stream()
        .flatMap(it -> it.nextDue().stream())
        .filter(it -> it.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  long lag() {
    return windows.entrySet().stream()
        .mapToLong(it -> it.getValue().size() + consumer.currentLag(it.getKey()).orElse(0L))
        .sum();
  }

  @Nullable Instant oldest() {
    return windows.values().stream()
        .flatMap(it -> it.oldest().stream())
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** In the service's database first; Kafka is told so that its tools show how far we are. */
  void save() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    windows.forEach(
        (partition, it) -> {
          long next = it.trim().orElseGet(() -> consumer.position(partition));
          if (saved.getOrDefault(partition, -1L) != next) {
            positions.save(name, id(partition), partition.partition(), next);
            offsets.put(partition, new OffsetAndMetadata(next));
            saved.put(partition, next);
          }
        });
    if (!offsets.isEmpty()) {
      consumer.commitAsync(offsets, null);
    }
  }

  /** What is not saved is read again, and passed over by the inbox. */
  void saveQuietly() {
    try {
      save();
    } catch (KafkaException | DataAccessException | IllegalStateException e) {
      LOG.warn("{} could not save its position: {}", name, e.toString());
    }
  }

  private UUID id(TopicPartition partition) {
    UUID id = ids.get(partition.topic());
    if (id == null) {
      throw new IllegalStateException("topic " + partition.topic() + " was never assigned");
    }
    return id;
  }
}

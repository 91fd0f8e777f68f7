package dev.musubi.messaging.consumer;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What was fetched from one partition and is not handled yet. One record that waits for its next
 * attempt holds back the later ones of its key, and nothing else.
 */
final class PartitionWindow {
  private static final long MAX_BYTES = 16 * 1024 * 1024;

  private final Deque<Pending> records = new ArrayDeque<>();
  private final int limit;
  private long bytes;

  PartitionWindow(int limit) {
    this.limit = limit;
  }

  void add(ConsumerRecord<byte[], byte[]> record, Instant now) {
    records.addLast(new Pending(record, now));
    bytes += size(record);
  }

  boolean isFull() {
    return records.size() >= limit || bytes >= MAX_BYTES;
  }

  int size() {
    return records.size();
  }

  /** Adds records that may be handled now, in order, until there are this many. */
  void runnable(Instant now, int most, Collection<Pending> found) {
    Set<String> held = new HashSet<>();
    for (Pending each : records) {
      if (found.size() >= most) {
        return;
      }
      if (!each.isDone() && !held.contains(each.lane())) {
        if (each.isDue(now)) {
          found.add(each);
        } else {
          held.add(each.lane());
        }
      }
    }
  }

  /** When the next record that waits is due. */
  Optional<Instant> nextDue() {
    return records.stream()
        .filter(it -> !it.isDone())
        .map(Pending::due)
        .min(Comparator.naturalOrder());
  }

  /** When the oldest record was written that is not handled yet. */
  Optional<Instant> oldest() {
    return Optional.ofNullable(records.peekFirst())
        .map(it -> Instant.ofEpochMilli(it.record().timestamp()));
  }

  /** Forgets what is done at the front; the first offset that is not, if any is held. */
  Optional<Long> trim() {
    for (Pending first = records.peekFirst();
        first != null && first.isDone();
        first = records.peekFirst()) {
      records.removeFirst();
      bytes -= size(first.record());
    }
    return Optional.ofNullable(records.peekFirst()).map(it -> it.record().offset());
  }

  private static long size(ConsumerRecord<byte[], byte[]> record) {
    return Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
  }
}

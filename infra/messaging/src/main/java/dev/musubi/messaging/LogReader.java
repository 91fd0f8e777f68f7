package dev.musubi.messaging;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads a stretch of a partition from one offset to another, as a member of no group. */
public final class LogReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final TopicPartition partition;

  public LogReader(KafkaClients clients, TopicPartition partition) {
    this.consumer = clients.reader();
    this.partition = partition;
    consumer.assign(List.of(partition));
  }

  public long begin() {
    return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
  }

  /** After the last record that is committed. */
  public long end() {
    return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
  }

  /**
   * Passes on every record from {@code from} to before {@code end}.
   *
   * @throws TimeoutException when Kafka brings nothing for some time
   */
  public void read(
      long from, long end, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> found) {
    consumer.seek(partition, from);
    long progress = System.nanoTime();
    while (consumer.position(partition) < end) {
      var records = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> each : records) {
        if (each.offset() < end) {
          found.accept(each);
        }
      }
      if (!records.isEmpty()) {
        progress = System.nanoTime();
      } else if (System.nanoTime() - progress > PATIENCE.toNanos()) {
        throw new TimeoutException("nothing could be read from " + partition);
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}

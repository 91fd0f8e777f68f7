package dev.musubi.bench.goals;

import dev.musubi.messaging.KafkaClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A topic of its own with a producer and a consumer that does nothing but read. */
final class RecordsThrough implements AutoCloseable {
  private static final String TOPIC = "bench.through";
  private static final long PATIENCE_SECONDS = 30;

  private final Producer<byte[], byte[]> producer;
  private final SynchronousQueue<Integer> read = new SynchronousQueue<>();
  private final Thread reader;
  private volatile boolean closed;

  RecordsThrough(KafkaClients clients) throws Exception {
    try (var admin = clients.admin()) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
    producer = clients.producer();
    reader = Thread.ofPlatform().name("through").start(() -> read(clients.reader()));
    // The first record waits until the reader has found its topic.
    send("first");
  }

  private void read(Consumer<byte[], byte[]> opened) {
    try (var consumer = opened) {
      consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
      while (!closed) {
        var records = consumer.poll(Duration.ofMillis(200));
        if (!records.isEmpty()) {
          read.put(records.count());
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends one record, and waits until it was read. */
  void send(String text) throws Exception {
    producer.send(new ProducerRecord<>(TOPIC, text.getBytes(StandardCharsets.UTF_8))).get();
    if (read.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
      throw new IllegalStateException("A record was not read");
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    reader.join();
    producer.close();
  }
}

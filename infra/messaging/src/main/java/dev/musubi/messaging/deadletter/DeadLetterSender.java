package dev.musubi.messaging.deadletter;

import dev.musubi.messaging.Envelope;
import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.Topics;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Writes dead letters: the record as it was, and why it could not be handled. */
public final class DeadLetterSender implements AutoCloseable {
  private static final int STACK_LINES = 12;
  private static final int MAX_REASON = 2000;

  private final KafkaClients clients;
  private @Nullable Producer<byte[], byte[]> producer;

  public DeadLetterSender(KafkaClients clients) {
    this.clients = clients;
  }

  /**
   * Returns when Kafka has taken the letter.
   *
   * @throws KafkaException when it could not be written
   */
  public void send(
      ConsumerRecord<byte[], byte[]> record,
      String topic,
      String consumer,
      Throwable failure,
      int attempts) {
    Headers headers = headers(record, consumer, failure, attempts);
    String target = Topics.deadLetters(topic, consumer);
    try {
      write(new ProducerRecord<>(target, 0, record.key(), record.value(), headers));
    } catch (RecordTooLargeException e) {
      Envelope.put(headers, LetterHeaders.VALUE_OMITTED, "true");
      write(new ProducerRecord<>(target, 0, record.key(), null, headers));
    }
  }

  private static Headers headers(
      ConsumerRecord<byte[], byte[]> record, String consumer, Throwable failure, int attempts) {
    Headers headers = new RecordHeaders(record.headers());
    Envelope.put(headers, LetterHeaders.TOPIC, record.topic());
    Envelope.put(headers, LetterHeaders.PARTITION, Integer.toString(record.partition()));
    Envelope.put(headers, LetterHeaders.OFFSET, Long.toString(record.offset()));
    Envelope.put(headers, LetterHeaders.TIMESTAMP, Long.toString(record.timestamp()));
    Envelope.put(headers, LetterHeaders.CONSUMER, consumer);
    Envelope.put(headers, LetterHeaders.REASON, reason(failure));
    Envelope.put(headers, LetterHeaders.STACK, stack(failure));
    Envelope.put(headers, LetterHeaders.ATTEMPTS, Integer.toString(attempts));
    return headers;
  }

  /** The failure and what lies at its bottom, which is often what tells. */
  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String text = root == failure ? failure.toString() : failure + "; caused by " + root;
    return text.length() > MAX_REASON ? text.substring(0, MAX_REASON) + "…" : text;
  }

  private static String stack(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .limit(STACK_LINES)
        .map(StackTraceElement::toString)
        .collect(Collectors.joining("\n"));
  }

  private void write(ProducerRecord<byte[], byte[]> letter) {
    try {
      producer().send(letter).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while a dead letter was written", e);
    }
  }

  /** Opened with the first letter: most services never write one. */
  private synchronized Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> open = producer;
    if (open == null) {
      open = clients.producer();
      producer = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close();
    }
  }
}

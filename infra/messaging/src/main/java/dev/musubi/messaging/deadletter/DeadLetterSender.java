package dev.musubi.messaging.deadletter;

import dev.musubi.messaging.Envelope;
import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
   * Returns when Kafka has taken or refused all letters.
   *
   * @param topic whose consumer could not handle the records
   * @return of each letter, in order, why it could not be written; nothing for one that was taken
   */
  public List<Optional<RuntimeException>> send(
      String topic, String consumer, List<Undeliverable> records) {
    String target = Topics.deadLetters(topic, consumer);
    List<Headers> headers = records.stream().map(it -> headers(it, consumer)).toList();
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      var record = records.get(i).record();
      answers.add(write(target, record.key(), record.value(), headers.get(i)));
    }
    List<Optional<RuntimeException>> failures = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      RuntimeException failure = answers.get(i).failure();
      if (failure instanceof RecordTooLargeException) {
        Envelope.put(headers.get(i), LetterHeaders.VALUE_OMITTED, "true");
        failure = write(target, records.get(i).record().key(), null, headers.get(i)).failure();
      }
      failures.add(Optional.ofNullable(failure));
    }
    return failures;
  }

  private static Headers headers(Undeliverable letter, String consumer) {
    ConsumerRecord<byte[], byte[]> record = letter.record();
    Headers headers = new RecordHeaders(record.headers());
    Envelope.put(headers, LetterHeaders.TOPIC, record.topic());
    Envelope.put(headers, LetterHeaders.PARTITION, Integer.toString(record.partition()));
    Envelope.put(headers, LetterHeaders.OFFSET, Long.toString(record.offset()));
    Envelope.put(headers, LetterHeaders.TIMESTAMP, Long.toString(record.timestamp()));
    Envelope.put(headers, LetterHeaders.CONSUMER, consumer);
    Envelope.put(headers, LetterHeaders.REASON, reason(letter.failure()));
    Envelope.put(headers, LetterHeaders.STACK, stack(letter.failure()));
    Envelope.put(headers, LetterHeaders.ATTEMPTS, Integer.toString(letter.attempts()));
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

  private Answer write(
      String target, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    try {
      return new Answer(producer().send(new ProducerRecord<>(target, 0, key, value, headers)));
    } catch (RuntimeException e) {
      return new Answer(CompletableFuture.failedFuture(e));
    }
  }

  /** What Kafka will say to a letter. */
  private record Answer(Future<?> taken) {
    /** Waits for it; null when the letter was taken. */
    @Nullable RuntimeException failure() {
      try {
        taken.get();
        return null;
      } catch (ExecutionException e) {
        return e.getCause() instanceof RuntimeException known
            ? known
            : new KafkaException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new KafkaException("interrupted while a dead letter was written", e);
      }
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

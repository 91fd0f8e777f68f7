package dev.musubi.messaging.outbox;

import dev.musubi.messaging.Envelope;
import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches, each as one Kafka transaction, as the only sender of its service: opening one ends
 * all that were opened before, wherever they run. After any failure it is to be closed.
 */
final class KafkaSender implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final Producer<byte[], byte[]> producer;
  private final String service;
  private final String markerTopic;
  private final byte[] source;

  private KafkaSender(Producer<byte[], byte[]> producer, String service) {
    this.producer = producer;
    this.service = service;
    this.markerTopic = SentMarker.topic(service);
    this.source = bytes("/" + service);
  }

  /** Blocks until no earlier sender can write any more and its last transaction is settled. */
  static KafkaSender open(KafkaClients clients, String service) {
    Producer<byte[], byte[]> producer = clients.transactionalProducer("musubi.relay." + service);
    try {
      producer.initTransactions();
      return new KafkaSender(producer, service);
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  SendOutcome send(List<PendingEvent> batch) {
    Failures failures = new Failures();
    try {
      producer.beginTransaction();
      for (PendingEvent event : batch) {
        // The future says nothing that the callback and the commit do not say.
        var _ = producer.send(record(event), (_, failure) -> failures.note(event, failure));
        failures.rethrow();
      }
      var _ =
          producer.send(
              new ProducerRecord<>(markerTopic, 0, bytes(service), SentMarker.encode(batch)));
      producer.commitTransaction();
      return new SendOutcome.Sent();
    } catch (KafkaException | IllegalStateException e) {
      SendOutcome.Refused fault = failures.refused.get();
      if (fault != null) {
        return fault;
      }
      throw e;
    }
  }

  /** What callbacks report, from this thread and from the producer's own. */
  private static final class Failures {
    private final AtomicReference<SendOutcome.@Nullable Refused> refused = new AtomicReference<>();
    private final AtomicReference<@Nullable Exception> first = new AtomicReference<>();

    private void note(PendingEvent event, @Nullable Exception failure) {
      if (failure != null) {
        if (RecordFault.is(failure)) {
          refused.compareAndSet(
              null, new SendOutcome.Refused(event, String.valueOf(failure.getMessage())));
        }
        first.compareAndSet(null, failure);
      }
    }

    /** Each further send might wait as long as the first for what is not there. */
    private void rethrow() {
      Exception failure = first.get();
      if (failure != null) {
        throw new KafkaException(failure.getMessage(), failure);
      }
    }
  }

  private ProducerRecord<byte[], byte[]> record(PendingEvent event) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            event.topic(),
            null,
            event.occurredAt().toEpochMilli(),
            bytes(event.key()),
            event.payload());
    Headers headers = record.headers();
    headers
        .add(Envelope.ID, bytes(event.eventId().toString()))
        .add(Envelope.TYPE, bytes(event.type()))
        .add(Envelope.SOURCE, source)
        .add(Envelope.TIME, bytes(event.occurredAt().toString()))
        .add(Envelope.SPEC_VERSION, bytes("1.0"))
        .add(Envelope.DATA_SCHEMA, bytes("urn:musubi:schema:" + Topics.schema(event.topic())))
        .add(Envelope.AGGREGATE_VERSION, bytes(Long.toString(event.version())))
        .add(Envelope.CONTENT_TYPE, bytes("application/json"))
        .add(Envelope.TRACE_PARENT, bytes(event.traceparent()));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }
}

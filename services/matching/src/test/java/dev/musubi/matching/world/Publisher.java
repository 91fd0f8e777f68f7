package dev.musubi.matching.world;

import dev.musubi.messaging.Envelope;
import dev.musubi.messaging.Events;
import dev.musubi.messaging.OutgoingEvent;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import dev.musubi.testkit.EngineKit;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends events as the other services do. */
public final class Publisher implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", EngineKit.shared().kafka(), "acks", "all"),
          new StringSerializer(),
          new ByteArraySerializer());

  public void send(Object state) {
    send(state, null);
  }

  /**
   * Sends it as part of a trace.
   *
   * @param trace the header of W3C Trace Context, or null for none
   */
  public void send(Object state, @Nullable String trace) {
    var event = event(state);
    var record = new ProducerRecord<String, byte[]>(event.topic(), event.key(), event.payload());
    var headers = record.headers();
    Envelope.put(headers, Envelope.ID, UUID.randomUUID().toString());
    Envelope.put(headers, Envelope.TYPE, event.type());
    Envelope.put(headers, Envelope.SOURCE, "/test");
    Envelope.put(headers, Envelope.TIME, Instant.now().toString());
    Envelope.put(headers, Envelope.SPEC_VERSION, "1.0");
    Envelope.put(headers, Envelope.AGGREGATE_VERSION, Long.toString(event.aggregateVersion()));
    if (trace != null) {
      Envelope.put(headers, Envelope.TRACE_PARENT, trace);
    }
    producer.send(record);
    producer.flush();
  }

  private static OutgoingEvent event(Object state) {
    return switch (state) {
      case NeedState need -> Events.need("activated", need);
      case ListingState listing -> Events.listing("published", listing);
      case OrganisationState organisation -> Events.organisation("registered", organisation);
      default -> throw new IllegalArgumentException(state.getClass().getName());
    };
  }

  @Override
  public void close() {
    producer.close();
  }
}

package dev.musubi.notifications.world;

import dev.musubi.messaging.Envelope;
import dev.musubi.messaging.Events;
import dev.musubi.messaging.OutgoingEvent;
import dev.musubi.model.event.DealState;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import dev.musubi.testkit.EngineKit;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events as the other services do. */
public final class Publisher implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", EngineKit.shared().kafka(), "acks", "all"),
          new StringSerializer(),
          new ByteArraySerializer());

  /** Sends a state. */
  public void send(Object state) {
    send(event(state), UUID.randomUUID());
  }

  /** Sends the same event so many times, as after a failure of the sender. */
  public void send(Object state, int times) {
    UUID id = UUID.randomUUID();
    for (int n = 0; n < times; n++) {
      send(event(state), id);
    }
  }

  private void send(OutgoingEvent event, UUID id) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(event.topic(), event.key(), event.payload());
    Headers headers = record.headers();
    Envelope.put(headers, Envelope.ID, id.toString());
    Envelope.put(headers, Envelope.TYPE, event.type());
    Envelope.put(headers, Envelope.SOURCE, "/test");
    Envelope.put(headers, Envelope.TIME, Instant.now().toString());
    Envelope.put(headers, Envelope.SPEC_VERSION, "1.0");
    Envelope.put(headers, Envelope.AGGREGATE_VERSION, Long.toString(event.aggregateVersion()));
    producer.send(record);
    producer.flush();
  }

  private static OutgoingEvent event(Object state) {
    return switch (state) {
      case MatchState match -> Events.match("found", match);
      case NeedState need -> Events.need("activated", need);
      case ListingState listing -> Events.listing("published", listing);
      case OrganisationState organisation -> Events.organisation("registered", organisation);
      case DealState deal -> Events.deal("inquired", deal);
      default -> throw new IllegalArgumentException(state.getClass().getName());
    };
  }

  @Override
  public void close() {
    producer.close();
  }
}

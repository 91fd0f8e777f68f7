package dev.musubi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.messaging.Envelope;
import dev.musubi.messaging.EventSchemas;
import dev.musubi.messaging.IncomingEvent;
import dev.musubi.messaging.Topics;
import dev.musubi.model.event.DealState;
import dev.musubi.model.event.DeliveryState;
import dev.musubi.model.event.EventJson;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import dev.musubi.testkit.fuzz.FuzzContract;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Any record on any topic, as every listener of every service reads it. The first line of an input
 * is the record's topic, id, type, time, version and key, with bars between; the rest is its value.
 */
final class EventFuzzTest implements FuzzContract {
  private static final EventSchemas SCHEMAS = new EventSchemas();
  private static final List<EventReader<?>> READERS =
      List.of(
          new EventReader<>(Topics.LISTING, ListingState.class, SCHEMAS),
          new EventReader<>(Topics.NEED, NeedState.class, SCHEMAS),
          new EventReader<>(Topics.ORGANISATION, OrganisationState.class, SCHEMAS),
          new EventReader<>(Topics.MATCH, MatchState.class, SCHEMAS),
          new EventReader<>(Topics.DEAL, DealState.class, SCHEMAS),
          new EventReader<>(Topics.DELIVERY, DeliveryState.class, SCHEMAS));
  private static final List<String> HEADERS =
      List.of(Envelope.ID, Envelope.TYPE, Envelope.TIME, Envelope.AGGREGATE_VERSION);

  public static void fuzzerTestOneInput(byte[] input) {
    new EventFuzzTest().read(input);
  }

  @Override
  public void read(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    String[] line = new String(input, 0, end, StandardCharsets.UTF_8).split("\\|", -1);
    byte @Nullable [] value =
        end < input.length ? Arrays.copyOfRange(input, end + 1, input.length) : null;
    int topic = Math.max(0, Topics.all().indexOf("musubi." + line[0] + ".v1"));
    var record = new ConsumerRecord<>(Topics.all().get(topic), 0, 7, key(line), value);
    for (int i = 0; i < HEADERS.size() && i + 1 < line.length; i++) {
      Envelope.put(record.headers(), HEADERS.get(i), line[i + 1]);
    }
    UUID identity = EventReader.identity(record);
    try {
      holds(READERS.get(topic).read(record), identity, Topics.all().get(topic));
    } catch (Unreadable refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private static byte @Nullable [] key(String[] line) {
    return line.length > HEADERS.size() + 1
        ? line[HEADERS.size() + 1].getBytes(StandardCharsets.UTF_8)
        : null;
  }

  /** What was read can be written, keeps its contract, and is read again the same. */
  private static void holds(IncomingEvent<?> event, UUID identity, String topic) {
    assertThat(event.id()).isEqualTo(identity);
    assertThat(event.aggregateVersion()).isPositive();
    Object state = event.state();
    if (state != null) {
      byte[] written = EventJson.write(state);
      assertThat(SCHEMAS.violation(topic, EventJson.mapper().readTree(written))).isEmpty();
      Object again = EventJson.read(written, state.getClass());
      assertThat(again).isEqualTo(state);
    }
  }
}

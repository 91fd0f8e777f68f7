package dev.musubi.deals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.deals.world.Instance;
import dev.musubi.deals.world.Publisher;
import dev.musubi.deals.world.World;
import dev.musubi.messaging.EventSchemas;
import dev.musubi.messaging.Events;
import dev.musubi.messaging.Topics;
import dev.musubi.model.Ids;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.EventJson;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.OrganisationState;
import dev.musubi.testkit.EngineKit;
import dev.musubi.testkit.api.ApiAnswer;
import dev.musubi.testkit.api.ApiClient;
import dev.musubi.testkit.poison.PoisonContract;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What other services tell over Kafka is known, and what happens here is told there. */
class EventsIT implements PoisonContract {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final World WORLD = new World();
  private static final UUID OWNER = Ids.next();
  private static final UUID FIRM = Ids.next();
  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
  private static Instance service;
  private static Publisher publisher;

  @BeforeAll
  static void start() {
    service = WORLD.start();
    publisher = new Publisher();
    publisher.send(Events.organisation("registered", organisation(OWNER, "みなと大学")));
    publisher.send(Events.organisation("registered", organisation(FIRM, "谷口樹脂")));
  }

  @Override
  public ApplicationContext listeningApplication() {
    return service.context();
  }

  @AfterAll
  static void stop() {
    publisher.close();
    WORLD.close();
  }

  private static OrganisationState organisation(UUID id, String name) {
    OrganisationKind kind = id.equals(OWNER) ? OrganisationKind.OWNER : OrganisationKind.SEEKER;
    return new OrganisationState(
        id, 1, kind, name, null, null, "27", List.of(), null, null, null, List.of(), false, NOW);
  }

  private static ListingState listing(UUID id, long version, ListingState.State state) {
    return new ListingState(
        id,
        version,
        OWNER,
        state,
        List.of(new ListingState.Text("ja", "廃プラスチックの選別", null, "黒い樹脂", null, null, null, null)),
        List.of(right()),
        List.of(new ListingState.Owner("みなと大学", OWNER, null, true)),
        List.of(
            new ListingState.Offer(
                ListingState.Offer.Kind.NON_EXCLUSIVE, null, null, null, null, null, null)),
        new ListingState.Classifications(List.of(), List.of(), List.of(), List.of()),
        List.of(),
        List.of(),
        "27",
        List.of(),
        5,
        null,
        null,
        false,
        false,
        NOW,
        NOW);
  }

  private static ListingState.Right right() {
    return new ListingState.Right(
        ListingState.Right.Kind.PATENT,
        "JP",
        null,
        null,
        "6543210",
        null,
        null,
        null,
        null,
        LocalDate.of(2040, 3, 31),
        ListingState.Right.Status.GRANTED);
  }

  private static ApiAnswer ask(UUID listing) {
    String body = "{\"listingId\":\"%s\",\"message\":\"伺います。\"}".formatted(listing);
    return service.firm(FIRM).post("/api/v1/deals", body);
  }

  @Test
  void listing_is_asked_for_as_soon_as_its_event_is_heard_and_no_longer_once_it_is_withdrawn() {
    UUID listing = Ids.next();
    publisher.send(Events.listing("published", listing(listing, 1, ListingState.State.PUBLISHED)));
    ApiAnswer asked = await().atMost(PATIENCE).until(() -> ask(listing), it -> it.status() == 201);
    ApiClient owner = service.owner(OWNER);
    String path = asked.header("Location");
    await().atMost(PATIENCE).until(() -> owner.get(path).text("/seekerName").equals("谷口樹脂"));
    publisher.send(Events.listing("withdrawn", listing(listing, 2, ListingState.State.WITHDRAWN)));
    await().atMost(PATIENCE).until(() -> owner.get(path).text("/listingState").equals("WITHDRAWN"));
    publisher.send(Events.tombstone(Topics.LISTING, listing, "deleted", 3));
    await().atMost(PATIENCE).until(() -> owner.get(path).json().path("listingTitle").isEmpty());
    assertThat(ask(listing).wrongFields()).containsExactly("/listingId");
  }

  @Test
  void every_event_of_a_deal_is_in_the_topic_in_order_and_as_its_schema_says() {
    UUID listing = Ids.next();
    publisher.send(Events.listing("published", listing(listing, 1, ListingState.State.PUBLISHED)));
    ApiAnswer asked = await().atMost(PATIENCE).until(() -> ask(listing), it -> it.status() == 201);
    String path = asked.header("Location");
    service
        .owner(OWNER)
        .change("POST", path + "/answer", 1, "{\"answer\":\"accept\",\"message\":\"どうぞ。\"}");
    service.firm(FIRM).post(path + "/messages", "{\"message\":\"ありがとうございます。\"}");
    service.firm(FIRM).change("POST", path + "/close", 3, "{\"reason\":\"NEED_GONE\"}");
    List<ConsumerRecord<String, byte[]>> records = records(asked.text("/id"), 4);
    assertThat(records.stream().map(it -> header(it, "ce_type")))
        .containsExactly(
            "dev.musubi.deal.inquired.v1",
            "dev.musubi.deal.answered.v1",
            "dev.musubi.deal.message-written.v1",
            "dev.musubi.deal.closed.v1");
    assertThat(records.stream().map(it -> header(it, "ce_aggregateversion")))
        .containsExactly("1", "2", "3", "4");
    assertThat(records)
        .allSatisfy(
            it ->
                assertThat(
                        new EventSchemas()
                            .violation(Topics.DEAL, EventJson.mapper().readTree(it.value())))
                    .isEmpty());
    assertThat(records)
        .extracting(it -> new String(it.value(), UTF_8))
        .noneMatch(it -> it.contains("どうぞ") || it.contains("ありがとうございます"));
    JsonNode end = EventJson.mapper().readTree(records.getLast().value());
    assertThat(end.path("closedBy").asString()).isEqualTo("SEEKER");
    assertThat(end.path("messages").valueStream().map(it -> it.path("by").asString()))
        .describedAs("the answer's own words are part of the answer")
        .containsExactly("SEEKER");
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static List<ConsumerRecord<String, byte[]>> records(String key, int enough) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                EngineKit.shared().kafka(),
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topics.DEAL));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(300))
                    .forEach(
                        record -> {
                          if (record.key().equals(key)) {
                            found.add(record);
                          }
                        });
                return found.size() >= enough;
              });
    }
    return found;
  }
}

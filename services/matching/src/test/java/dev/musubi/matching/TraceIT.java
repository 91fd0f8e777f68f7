package dev.musubi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.musubi.matching.world.ElasticsearchEar;
import dev.musubi.matching.world.Instance;
import dev.musubi.matching.world.Publisher;
import dev.musubi.matching.world.States;
import dev.musubi.matching.world.World;
import dev.musubi.messaging.Envelope;
import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.Topics;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.testkit.EngineKit;
import dev.musubi.testkit.identity.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * One identifier is found in everything that one cause has brought about. All tests of a run share
 * the topics, and so these texts speak of what no other test speaks of.
 */
final class TraceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final ElasticsearchEar EAR = new ElasticsearchEar();
  private static final World WORLD = new World().with("MUSUBI_ELASTICSEARCH", EAR.address());
  private static final ListAppender<ILoggingEvent> LINES = new ListAppender<>();
  private static final Logger CONSUMERS =
      (Logger) LoggerFactory.getLogger("dev.musubi.messaging.consumer");
  private static Instance service;
  private static Publisher publisher;

  @BeforeAll
  static void start() {
    service = WORLD.start();
    publisher = new Publisher();
    CONSUMERS.setLevel(Level.DEBUG);
    LINES.start();
    CONSUMERS.addAppender(LINES);
    publisher.send(States.organisation(States.OWNER, OrganisationKind.OWNER, "みなと大学", List.of()));
    publisher.send(States.organisation(States.FIRM, OrganisationKind.SEEKER, "谷口樹脂", List.of()));
  }

  @AfterAll
  static void stop() {
    CONSUMERS.detachAppender(LINES);
    CONSUMERS.setLevel(null);
    publisher.close();
    WORLD.close();
    EAR.close();
  }

  @Test
  void an_event_is_followed_to_the_consumers_log_the_index_and_the_match_it_brings() {
    var trace = newTrace();
    var need = States.need("竹の節を抜きたい", "太い孟宗竹の節を割らずに抜く。");
    publisher.send(need);
    await().atMost(PATIENCE).until(() -> service.count(matchedNeed(need.id())) == 1);
    var listing = States.listing("孟宗竹の節を抜く刃物", "竹が割れずに節だけが抜ける。");
    publisher.send(listing, parent(trace));
    await().atMost(PATIENCE).until(() -> service.standing(need.id()).contains(listing.id()));
    await().atMost(PATIENCE).until(() -> tracesOfMatches().contains(trace));
    assertThat(LINES.list)
        .filteredOn(line -> trace.equals(line.getMDCPropertyMap().get("trace.id")))
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(line -> line.contains("handled"));
    assertThat(EAR.of(trace))
        .anyMatch(asked -> asked.endsWith("/_bulk"))
        .anyMatch(asked -> asked.endsWith("search"));
    assertThat(EAR.all()).allMatch(asked -> asked.opaqueId().equals("musubi"));
  }

  @Test
  void a_request_is_followed_to_the_questions_that_its_answer_asks() throws Exception {
    var trace = newTrace();
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(service.url() + "/api/v1/search/listings?q=x"))
              .header("traceparent", parent(trace));
      assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
    assertThat(EAR.of(trace)).anyMatch(asked -> asked.endsWith("search"));
  }

  @Test
  void a_request_is_followed_through_the_outbox_to_kafka() throws Exception {
    var need = States.need("和紙の毛羽立ちを抑えたい", "楮の和紙の毛羽が筆に付く。");
    var listing = States.listing("楮の和紙の毛羽立ちを抑える糊", "和紙の毛羽が寝る。");
    publisher.send(listing);
    publisher.send(need);
    await().atMost(PATIENCE).until(() -> service.standing(need.id()).contains(listing.id()));
    var match =
        service
            .database()
            .sql("SELECT id FROM match WHERE need_id = :need AND listing_id = :listing")
            .param("need", need.id())
            .param("listing", listing.id())
            .query(UUID.class)
            .single();
    var trace = newTrace();
    try (var client = HttpClient.newHttpClient()) {
      var token =
          TestIssuer.shared().token(States.FIRM, OrganisationKind.SEEKER, MemberRole.EDITOR);
      var path = "/api/v1/matches/" + match + "/feedback";
      var request =
          HttpRequest.newBuilder(URI.create(service.url() + path))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .header("traceparent", parent(trace))
              .POST(BodyPublishers.ofString("{\"answer\":\"INTERESTED\"}"));
      assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode() / 100)
          .isEqualTo(2);
    }
    await().atMost(PATIENCE).until(() -> tracesOfMatches().contains(trace));
  }

  @Test
  void what_waits_and_what_the_engines_say_is_a_metric_and_a_reading() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var metrics =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(service.url() + "/actuator/prometheus"))
                      .build(),
                  BodyHandlers.ofString())
              .body();
      assertThat(metrics)
          .contains("musubi_tasks_waiting{kind=\"MATCH_NEED\"}")
          .contains("musubi_tasks_oldest{kind=\"EMBED_LISTING\"}")
          .contains("musubi_embedding_rate")
          .contains("musubi_outbox_size")
          .contains("musubi_outbox_oldest_seconds")
          .contains("musubi_outbox_parked")
          .contains("musubi_consumer_lag{consumer=\"matching.listing\"")
          .contains("musubi_consumer_oldest_seconds{")
          .contains("topic=\"musubi.listing.v1\"")
          .contains("musubi_consumer_deadletters{")
          .contains("musubi_disk_free_bytes");
    }
    var administrator =
        TestIssuer.shared()
            .token(UUID.randomUUID(), OrganisationKind.ADMINISTRATOR, MemberRole.ADMIN);
    var report = service.get("/internal/operation", administrator);
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.json().path("readings").findValuesAsString("what"))
        .contains("postgres", "kafka", "elasticsearch", "outbox", "consumer", "tasks", "disk");
    var firm = TestIssuer.shared().token(States.FIRM, OrganisationKind.SEEKER, MemberRole.ADMIN);
    assertThat(service.get("/internal/operation", firm).status()).isEqualTo(403);
  }

  private static String matchedNeed(UUID need) {
    return "SELECT count(*) FROM need WHERE id = '%s' AND matched_at IS NOT NULL".formatted(need);
  }

  private static String newTrace() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static String parent(String trace) {
    return "00-" + trace + "-00f067aa0ba902b7-01";
  }

  /** Identifiers of the traces of all events of matches. */
  private static Set<String> tracesOfMatches() {
    var traces = new HashSet<String>();
    try (var reader = new KafkaClients(EngineKit.shared().kafka(), Map.of()).reader()) {
      var partitions =
          reader.partitionsFor(Topics.MATCH).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      var ends = reader.endOffsets(partitions);
      while (partitions.stream().anyMatch(it -> reader.position(it) < ends.getOrDefault(it, 0L))) {
        for (var record : reader.poll(Duration.ofMillis(200))) {
          Envelope.text(record.headers(), Envelope.TRACE_PARENT)
              .ifPresent(header -> traces.add(header.substring(3, 35)));
        }
      }
    }
    return traces;
  }
}

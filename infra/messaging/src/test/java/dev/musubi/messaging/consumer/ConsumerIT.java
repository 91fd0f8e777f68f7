package dev.musubi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.messaging.BatchSubscription;
import dev.musubi.messaging.IncomingEvent;
import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.Organisations;
import dev.musubi.messaging.Subscription;
import dev.musubi.messaging.TestService;
import dev.musubi.messaging.Topics;
import dev.musubi.messaging.TransientFailure;
import dev.musubi.messaging.deadletter.DeadLetter;
import dev.musubi.messaging.deadletter.DeadLetters;
import dev.musubi.messaging.deadletter.DecideDeadLetters;
import dev.musubi.messaging.deadletter.Replay;
import dev.musubi.model.Ids;
import dev.musubi.model.event.OrganisationState;
import dev.musubi.observability.Span;
import dev.musubi.observability.Trace;
import dev.musubi.testkit.EngineKit;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What holds for every reader of events. */
class ConsumerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name = TestService.freshName();
  private final String consumer = name + ".organisation";
  private final UUID first = Ids.next();
  private final UUID second = Ids.next();
  private final List<String> handled = new CopyOnWriteArrayList<>();

  @Test
  void an_event_is_handled_once_though_all_are_read_again() {
    var database = EngineKit.shared().postgres(name);
    var settings = TestService.named(name, database);
    try (TestService service = settings.listening(subscription(this::note)).start()) {
      send(service, first, 1, 3);
      await().atMost(PATIENCE).until(() -> handled.size() == 3);
    }
    try (TestService service = TestService.named(name, database).start()) {
      service.jdbc().sql("DELETE FROM inbox_position").update();
    }
    var again = TestService.named(name, database).listening(subscription(this::note));
    try (TestService service = again.start()) {
      send(service, first, 4, 4);
      await().atMost(PATIENCE).until(() -> handled.contains(text(first, 4)));
    }
    assertThat(handled).containsExactlyElementsOf(texts(first, 1, 4));
  }

  @Test
  void what_a_handler_wrote_before_it_failed_is_rolled_back() {
    AtomicReference<@Nullable TestService> running = new AtomicReference<>();
    AtomicInteger attempts = new AtomicInteger();
    var subscription =
        subscription(
            event -> {
              TestService service = running.get();
              if (service == null) {
                throw new TransientFailure("not started yet");
              }
              service.jdbc().sql("INSERT INTO effect VALUES (?)").param(event.key()).update();
              if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("after it has written");
              }
              note(event);
            });
    try (TestService service = fresh().listening(subscription).start()) {
      service.jdbc().sql("CREATE TABLE effect (key text)").update();
      running.set(service);
      send(service, first, 1, 1);
      await().atMost(PATIENCE).until(() -> handled.size() == 1);
      assertThat(service.jdbc().sql("SELECT key FROM effect").query(String.class).list())
          .containsExactly(first.toString());
    }
  }

  @Test
  void an_event_that_waits_for_its_next_attempt_holds_back_its_own_key_alone() {
    AtomicBoolean broken = new AtomicBoolean(true);
    var subscription =
        subscription(
            event -> {
              if (broken.get() && event.key().equals(first.toString())) {
                throw new TransientFailure("away");
              }
              note(event);
            });
    try (TestService service = fresh().listening(subscription).start()) {
      send(service, first, 1, 2);
      send(service, second, 1, 2);
      await().atMost(PATIENCE).until(() -> handled.size() == 2);
      assertThat(handled).containsExactlyElementsOf(texts(second, 1, 2));
      broken.set(false);
      await().atMost(PATIENCE).until(() -> handled.size() == 4);
      assertThat(handled.subList(2, 4)).containsExactlyElementsOf(texts(first, 1, 2));
    }
    assertThat(letters()).isEmpty();
  }

  @Test
  void an_event_that_keeps_failing_becomes_a_dead_letter_and_the_next_of_its_key_goes_on() {
    try (TestService service = fresh().listening(subscription(this::refuseFirst)).start()) {
      send(service, first, 1, 2);
      await().atMost(PATIENCE).until(() -> handled.contains(text(first, 2)));
      assertThat(handled).containsExactly(text(first, 2));
      assertThat(letters()).hasSize(1);
      assertThat(letters().getFirst().key()).isEqualTo(first.toString());
    }
  }

  @Test
  void a_replayed_letter_is_passed_over_when_a_later_version_was_handled_unless_always_is_said() {
    AtomicBoolean broken = new AtomicBoolean(true);
    var subscription =
        subscription(
            event -> {
              if (broken.get()) {
                refuseFirst(event);
              } else {
                note(event);
              }
            });
    try (TestService service = fresh().listening(subscription).start()) {
      send(service, first, 1, 2);
      await().atMost(PATIENCE).until(() -> handled.contains(text(first, 2)));
      broken.set(false);
      var decide = new DecideDeadLetters(clients(), Clock.systemUTC());
      decide.replay(letters(), Replay.IF_NEWEST, "test");
      await().atMost(PATIENCE).until(() -> outcome(service).equals("SUPERSEDED"));
      decide.replay(letters(), Replay.ALWAYS, "test");
      await().atMost(PATIENCE).until(() -> handled.contains(text(first, 1)));
      assertThat(handled).containsExactly(text(first, 2), text(first, 1));
    }
  }

  @Test
  void a_batch_with_a_bad_event_loses_none_of_the_good_ones_and_doubles_none() {
    var batches =
        new BatchSubscription<>(
            consumer, Topics.ORGANISATION, OrganisationState.class, this::noteAllButFirst, 50);
    try (TestService service = fresh().listening(batches).start()) {
      service
          .transaction()
          .executeWithoutResult(
              _ -> {
                for (long version = 1; version <= 20; version++) {
                  service.outbox().append(Organisations.changed(first, version));
                  service.outbox().append(Organisations.changed(second, version));
                }
              });
      await().atMost(PATIENCE).until(() -> handled.size() == 39);
      assertThat(handled)
          .filteredOn(it -> it.startsWith(second.toString()))
          .containsExactlyElementsOf(texts(second, 1, 20));
      assertThat(handled)
          .filteredOn(it -> it.startsWith(first.toString()))
          .containsExactlyElementsOf(texts(first, 2, 20));
      assertThat(letters()).hasSize(1);
    }
  }

  @Test
  void a_record_that_cannot_be_read_becomes_a_dead_letter_and_holds_nothing_up() {
    try (TestService service = fresh().listening(subscription(this::note)).start();
        var producer = clients().producer()) {
      byte[] key = first.toString().getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(Topics.ORGANISATION, key, new byte[] {1, 2, 3}));
      producer.flush();
      send(service, first, 1, 1);
      await().atMost(PATIENCE).until(() -> handled.contains(text(first, 1)));
      assertThat(letters()).extracting(DeadLetter::key).contains(first.toString());
    }
  }

  @Test
  void an_event_is_handled_in_the_trace_of_the_request_that_caused_it() {
    List<String> traces = new CopyOnWriteArrayList<>();
    var subscription =
        subscription(
            event -> {
              traces.add(String.valueOf(MDC.get("trace.id")));
              note(event);
            });
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    String request = "00-" + trace + "-00f067aa0ba902b7-01";
    try (TestService service = fresh().listening(subscription).start()) {
      Trace.within(Span.Kind.SERVER, "POST", request, () -> send(service, first, 1, 1));
      send(service, second, 1, 1);
      await().atMost(PATIENCE).until(() -> handled.size() == 2);
    }
    assertThat(traces).hasSize(2).containsOnlyOnce(trace).doesNotContain("null");
  }

  @Test
  void what_waits_is_told_with_its_age_and_what_is_dead_with_its_topic() {
    AtomicBoolean broken = new AtomicBoolean(true);
    var subscription =
        subscription(
            event -> {
              if (broken.get()) {
                throw new TransientFailure("away");
              }
              note(event);
            });
    try (TestService service = fresh().listening(subscription).start()) {
      send(service, first, 1, 2);
      MeterRegistry meters = service.bean(MeterRegistry.class);
      await().atMost(PATIENCE).until(() -> gauge(meters, "musubi.consumer.lag") >= 2);
      await().atMost(PATIENCE).until(() -> gauge(meters, "musubi.consumer.oldest") >= 1);
      assertThat(gauge(meters, "musubi.consumer.deadletters")).isZero();
      var status = service.bean(ConsumersStatus.class);
      assertThat(status.readings().getFirst().trouble()).contains("away");
      broken.set(false);
      await().atMost(PATIENCE).until(() -> gauge(meters, "musubi.consumer.oldest") == 0);
    }
  }

  private double gauge(MeterRegistry meters, String name) {
    return meters
        .get(name)
        .tag("consumer", consumer)
        .tag("topic", Topics.ORGANISATION)
        .gauge()
        .value();
  }

  private TestService.Builder fresh() {
    return TestService.named(name, EngineKit.shared().postgres(name))
        .with("musubi.messaging.consumers.attempts", "2");
  }

  private Subscription<OrganisationState> subscription(
      java.util.function.Consumer<IncomingEvent<OrganisationState>> handler) {
    return new Subscription<>(
        consumer,
        Topics.ORGANISATION,
        OrganisationState.class,
        event -> {
          if (isOurs(event)) {
            handler.accept(event);
          }
        });
  }

  /** The topic is one for all tests of this JVM. */
  private boolean isOurs(IncomingEvent<OrganisationState> event) {
    return event.key().equals(first.toString()) || event.key().equals(second.toString());
  }

  private void note(IncomingEvent<OrganisationState> event) {
    handled.add(event.key() + " " + event.aggregateVersion());
  }

  private void refuseFirst(IncomingEvent<OrganisationState> event) {
    if (event.key().equals(first.toString()) && event.aggregateVersion() == 1) {
      throw new IllegalArgumentException("nobody can handle this one");
    }
    note(event);
  }

  /** Counts what it did only when all of the batch was done, as a transaction would. */
  private void noteAllButFirst(List<IncomingEvent<OrganisationState>> events) {
    List<String> before = List.copyOf(handled);
    try {
      events.stream().filter(this::isOurs).forEach(this::refuseFirst);
    } catch (IllegalArgumentException refused) {
      handled.clear();
      handled.addAll(before);
      throw refused;
    }
  }

  private static void send(TestService service, UUID id, long from, long to) {
    for (long version = from; version <= to; version++) {
      service.send(Organisations.changed(id, version));
    }
  }

  private static String text(UUID id, long version) {
    return id + " " + version;
  }

  private static List<String> texts(UUID id, long from, long to) {
    List<String> texts = new ArrayList<>();
    for (long version = from; version <= to; version++) {
      texts.add(text(id, version));
    }
    return texts;
  }

  /** Of our keys: other tests send to the topic what no consumer can read. */
  private List<DeadLetter> letters() {
    List<DeadLetter> found = new ArrayList<>();
    new DeadLetters(clients())
        .forEach(List.of(Topics.deadLetters(Topics.ORGANISATION, consumer)), found::add);
    found.removeIf(it -> !List.of(first.toString(), second.toString()).contains(it.key()));
    return found;
  }

  private String outcome(TestService service) {
    return service
        .jdbc()
        .sql("SELECT outcome FROM inbox WHERE consumer = ? AND key = ? AND version = 1")
        .params(consumer, first.toString())
        .query(String.class)
        .optional()
        .orElse("");
  }

  private static KafkaClients clients() {
    return new KafkaClients(EngineKit.shared().kafka(), Map.of());
  }
}

package dev.musubi.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.musubi.messaging.EventInvalid;
import dev.musubi.messaging.EventTooLarge;
import dev.musubi.messaging.Events;
import dev.musubi.messaging.Organisations;
import dev.musubi.messaging.OutgoingEvent;
import dev.musubi.messaging.TestService;
import dev.musubi.messaging.TestService.Sent;
import dev.musubi.messaging.Topics;
import dev.musubi.model.Ids;
import dev.musubi.testkit.DatabaseAddress;
import dev.musubi.testkit.EngineKit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class OutboxIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static TestService service;

  @BeforeAll
  static void start() {
    service = TestService.fresh().with("musubi.messaging.relay.poll", "10m").start();
    service.jdbc().sql("CREATE TABLE account (id uuid PRIMARY KEY, version bigint)").update();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void committed_event_arrives_at_once_though_the_poll_is_far_away() {
    warmUp();
    UUID id = Ids.next();
    long began = System.nanoTime();
    service.send(Organisations.changed(id, 1));
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> service.waiting() == 0);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    assertThat(sent(Set.of(id))).hasSize(1);
  }

  @Test
  void event_of_a_transaction_that_rolls_back_is_never_sent() {
    UUID lost = Ids.next();
    UUID kept = Ids.next();
    service
        .transaction()
        .executeWithoutResult(
            status -> {
              service.outbox().append(Organisations.changed(lost, 1));
              status.setRollbackOnly();
            });
    service.send(Organisations.changed(kept, 1));
    awaitEmpty();
    assertThat(sent(Set.of(lost, kept))).extracting(Sent::key).containsExactly(kept.toString());
  }

  @Test
  void event_outside_a_transaction_is_refused() {
    assertThatThrownBy(() -> service.outbox().append(Organisations.changed(Ids.next(), 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("transaction");
  }

  @Test
  void event_in_a_read_only_transaction_is_refused() {
    var transaction = service.transaction();
    transaction.setReadOnly(true);
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ -> service.outbox().append(Organisations.changed(Ids.next(), 1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("read-only");
  }

  @Test
  void oversized_event_is_refused_before_anything_is_written() {
    OutgoingEvent event =
        Events.organisation("changed", Organisations.named(Ids.next(), 1, "大".repeat(300_001)));
    assertThatThrownBy(() -> service.send(event))
        .isInstanceOf(EventTooLarge.class)
        .hasMessageContaining("900,000");
  }

  @Test
  void event_just_within_the_limit_arrives() {
    UUID id = Ids.next();
    int overhead = Organisations.changed(id, 1).payload() == null ? 0 : 400;
    service.send(
        Events.organisation(
            "changed", Organisations.named(id, 1, "x".repeat(EventCheck.MAX_PAYLOAD - overhead))));
    awaitEmpty();
    assertThat(sent(Set.of(id))).hasSize(1);
  }

  @Test
  void event_that_breaks_its_schema_is_refused() {
    UUID id = Ids.next();
    OutgoingEvent event =
        new OutgoingEvent(
            Topics.ORGANISATION,
            id.toString(),
            Topics.type(Topics.ORGANISATION, "changed"),
            1,
            "{\"id\":\"%s\",\"version\":1,\"kind\":\"WIZARD\"}".formatted(id).getBytes(UTF));
    assertThatThrownBy(() -> service.send(event))
        .isInstanceOf(EventInvalid.class)
        .hasMessageContaining("kind");
  }

  @Test
  void second_event_of_the_same_version_is_refused_while_the_first_waits() {
    UUID id = Ids.next();
    assertThatThrownBy(
            () ->
                service
                    .transaction()
                    .executeWithoutResult(
                        _ -> {
                          service.outbox().append(Organisations.changed(id, 1));
                          service.outbox().append(Organisations.changed(id, 1));
                        }))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void tombstone_is_sent_with_its_version() {
    UUID id = Ids.next();
    service.send(Organisations.changed(id, 1));
    service.send(Events.tombstone(Topics.ORGANISATION, id, "deleted", 2));
    awaitEmpty();
    assertThat(sent(Set.of(id))).extracting(Sent::version).containsExactly(1L, 2L);
  }

  @Test
  void events_of_a_key_keep_their_order_under_many_threads() throws Exception {
    List<UUID> keys = Stream.generate(Ids::next).limit(7).toList();
    keys.forEach(id -> service.jdbc().sql("INSERT INTO account VALUES (?, 0)").param(id).update());
    int threads = 12;
    int each = 60;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> work = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int seed = t;
        work.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    change(keys.get((seed + i * 5) % keys.size()));
                  }
                }));
      }
      for (Future<?> it : work) {
        it.get();
      }
    }
    awaitEmpty();
    var byKey =
        sent(Set.copyOf(keys)).stream()
            .collect(
                Collectors.groupingBy(
                    Sent::key, Collectors.mapping(Sent::version, Collectors.toList())));
    assertThat(byKey).hasSize(keys.size());
    assertThat(byKey.values().stream().mapToInt(List::size).sum()).isEqualTo(threads * each);
    byKey
        .values()
        .forEach(
            versions ->
                assertThat(versions)
                    .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, versions.size()).boxed().toList()));
  }

  @Test
  void of_two_instances_one_relays_and_the_other_takes_over() {
    String name = TestService.freshName();
    DatabaseAddress database = EngineKit.shared().postgres(name);
    var settings = TestService.named(name, database).with("musubi.messaging.relay.poll", "10m");
    TestService first = settings.start();
    await().atMost(PATIENCE).until(() -> first.bean(RelayState.class).isLeading());
    try (TestService second = settings.start()) {
      UUID id = Ids.next();
      // Committed where nobody relays: the other instance hears of it, long before its poll.
      second.send(Organisations.changed(id, 1));
      await().atMost(Duration.ofSeconds(8)).until(() -> second.waiting() == 0);
      assertThat(second.bean(RelayState.class).isLeading()).isFalse();
      first.close();
      second.send(Organisations.changed(id, 2));
      await().atMost(PATIENCE).until(() -> second.waiting() == 0);
      assertThat(second.bean(RelayState.class).isLeading()).isTrue();
      assertThat(sent(Set.of(id))).extracting(Sent::version).containsExactly(1L, 2L);
    }
  }

  private static void change(UUID id) {
    service
        .transaction()
        .executeWithoutResult(
            _ -> {
              long version =
                  service
                      .jdbc()
                      .sql(
                          "UPDATE account SET version = version + 1 WHERE id = ? RETURNING version")
                      .param(id)
                      .query(Long.class)
                      .single();
              service.outbox().append(Organisations.changed(id, version));
            });
  }

  private static void warmUp() {
    service.send(Organisations.changed(Ids.next(), 1));
    awaitEmpty();
  }

  private static void awaitEmpty() {
    await().atMost(PATIENCE).until(() -> service.waiting() == 0);
  }

  private static List<Sent> sent(Set<UUID> keys) {
    return TestService.sent(
        EngineKit.shared().kafka(),
        Topics.ORGANISATION,
        keys.stream().map(UUID::toString).collect(Collectors.toSet()));
  }

  private static final java.nio.charset.Charset UTF = java.nio.charset.StandardCharsets.UTF_8;
}

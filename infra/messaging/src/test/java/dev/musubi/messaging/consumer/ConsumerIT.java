package dev.musubi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.messaging.BatchSubscription;
import dev.musubi.messaging.Organisations;
import dev.musubi.messaging.TestService;
import dev.musubi.messaging.Topics;
import dev.musubi.messaging.TransientFailure;
import dev.musubi.model.event.OrganisationState;
import dev.musubi.testkit.EngineKit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for every reader of events. */
class ConsumerIT {
  private final Heard heard = new Heard();

  @Test
  void an_event_is_handled_once_though_all_are_read_again() {
    var database = EngineKit.shared().postgres(heard.name());
    var settings = TestService.named(heard.name(), database);
    try (TestService service = settings.listening(heard.subscription(heard::note)).start()) {
      Heard.send(service, heard.first(), 1, 3);
      await().atMost(Heard.PATIENCE).until(() -> heard.events().size() == 3);
    }
    try (TestService service = TestService.named(heard.name(), database).start()) {
      service.jdbc().sql("DELETE FROM inbox_position").update();
    }
    var again =
        TestService.named(heard.name(), database).listening(heard.subscription(heard::note));
    try (TestService service = again.start()) {
      Heard.send(service, heard.first(), 4, 4);
      await()
          .atMost(Heard.PATIENCE)
          .until(() -> heard.events().contains(Heard.text(heard.first(), 4)));
    }
    assertThat(heard.events()).containsExactlyElementsOf(Heard.texts(heard.first(), 1, 4));
  }

  @Test
  void what_a_handler_wrote_before_it_failed_is_rolled_back() {
    AtomicReference<@Nullable TestService> running = new AtomicReference<>();
    AtomicInteger attempts = new AtomicInteger();
    var subscription =
        heard.subscription(
            event -> {
              TestService service = running.get();
              if (service == null) {
                throw new TransientFailure("not started yet");
              }
              service.jdbc().sql("INSERT INTO effect VALUES (?)").param(event.key()).update();
              if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("after it has written");
              }
              heard.note(event);
            });
    try (TestService service = heard.fresh().listening(subscription).start()) {
      service.jdbc().sql("CREATE TABLE effect (key text)").update();
      running.set(service);
      Heard.send(service, heard.first(), 1, 1);
      await().atMost(Heard.PATIENCE).until(() -> heard.events().size() == 1);
      assertThat(service.jdbc().sql("SELECT key FROM effect").query(String.class).list())
          .containsExactly(heard.first().toString());
    }
  }

  @Test
  void an_event_that_waits_for_its_next_attempt_holds_back_its_own_key_alone() {
    AtomicBoolean broken = new AtomicBoolean(true);
    var subscription =
        heard.subscription(
            event -> {
              if (broken.get() && event.key().equals(heard.first().toString())) {
                throw new TransientFailure("away");
              }
              heard.note(event);
            });
    try (TestService service = heard.fresh().listening(subscription).start()) {
      Heard.send(service, heard.first(), 1, 2);
      Heard.send(service, heard.second(), 1, 2);
      await().atMost(Heard.PATIENCE).until(() -> heard.events().size() == 2);
      assertThat(heard.events()).containsExactlyElementsOf(Heard.texts(heard.second(), 1, 2));
      broken.set(false);
      await().atMost(Heard.PATIENCE).until(() -> heard.events().size() == 4);
      assertThat(heard.events().subList(2, 4))
          .containsExactlyElementsOf(Heard.texts(heard.first(), 1, 2));
    }
    assertThat(heard.letters()).isEmpty();
  }

  @Test
  void a_batch_with_a_bad_event_loses_none_of_the_good_ones_and_doubles_none() {
    var batches =
        new BatchSubscription<>(
            heard.consumer(),
            Topics.ORGANISATION,
            OrganisationState.class,
            heard::noteAllButFirst,
            50);
    try (TestService service = heard.fresh().listening(batches).start()) {
      service
          .transaction()
          .executeWithoutResult(
              _ -> {
                for (long version = 1; version <= 20; version++) {
                  service.outbox().append(Organisations.changed(heard.first(), version));
                  service.outbox().append(Organisations.changed(heard.second(), version));
                }
              });
      await().atMost(Heard.PATIENCE).until(() -> heard.events().size() == 39);
      assertThat(heard.events())
          .filteredOn(it -> it.startsWith(heard.second().toString()))
          .containsExactlyElementsOf(Heard.texts(heard.second(), 1, 20));
      assertThat(heard.events())
          .filteredOn(it -> it.startsWith(heard.first().toString()))
          .containsExactlyElementsOf(Heard.texts(heard.first(), 2, 20));
      assertThat(heard.letters()).hasSize(1);
    }
  }
}

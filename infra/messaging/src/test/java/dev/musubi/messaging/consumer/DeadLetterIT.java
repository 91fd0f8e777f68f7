package dev.musubi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.messaging.TestService;
import dev.musubi.messaging.Topics;
import dev.musubi.messaging.deadletter.DeadLetter;
import dev.musubi.messaging.deadletter.DeadLetterMain;
import dev.musubi.messaging.deadletter.DecideDeadLetters;
import dev.musubi.messaging.deadletter.Replay;
import dev.musubi.testkit.EngineKit;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What becomes of an event that cannot be handled, and of what is decided about it. */
class DeadLetterIT {
  private final Heard heard = new Heard();

  @Test
  void an_event_that_keeps_failing_becomes_a_dead_letter_and_the_next_of_its_key_goes_on() {
    try (TestService service =
        heard.fresh().listening(heard.subscription(heard::refuseFirst)).start()) {
      Heard.send(service, heard.first(), 1, 2);
      await()
          .atMost(Heard.PATIENCE)
          .until(() -> heard.events().contains(Heard.text(heard.first(), 2)));
      assertThat(heard.events()).containsExactly(Heard.text(heard.first(), 2));
      assertThat(heard.letters()).hasSize(1);
      assertThat(heard.letters().getFirst().key()).isEqualTo(heard.first().toString());
    }
  }

  @Test
  void a_replayed_letter_is_passed_over_when_a_later_version_was_handled_unless_always_is_said() {
    AtomicBoolean broken = new AtomicBoolean(true);
    var subscription =
        heard.subscription(
            event -> {
              if (broken.get()) {
                heard.refuseFirst(event);
              } else {
                heard.note(event);
              }
            });
    try (TestService service = heard.fresh().listening(subscription).start()) {
      Heard.send(service, heard.first(), 1, 2);
      await()
          .atMost(Heard.PATIENCE)
          .until(() -> heard.events().contains(Heard.text(heard.first(), 2)));
      broken.set(false);
      var decide = new DecideDeadLetters(Heard.clients(), Clock.systemUTC());
      decide.replay(heard.letters(), Replay.IF_NEWEST, "test");
      await().atMost(Heard.PATIENCE).until(() -> heard.outcome(service).equals("SUPERSEDED"));
      decide.replay(heard.letters(), Replay.ALWAYS, "test");
      await()
          .atMost(Heard.PATIENCE)
          .until(() -> heard.events().contains(Heard.text(heard.first(), 1)));
      assertThat(heard.events())
          .containsExactly(Heard.text(heard.first(), 2), Heard.text(heard.first(), 1));
    }
  }

  @Test
  void a_record_that_cannot_be_read_becomes_a_dead_letter_and_holds_nothing_up() {
    try (TestService service = heard.fresh().listening(heard.subscription(heard::note)).start();
        var producer = Heard.clients().producer()) {
      byte[] key = heard.first().toString().getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(Topics.ORGANISATION, key, new byte[] {1, 2, 3}));
      producer.flush();
      Heard.send(service, heard.first(), 1, 1);
      await()
          .atMost(Heard.PATIENCE)
          .until(() -> heard.events().contains(Heard.text(heard.first(), 1)));
      assertThat(heard.letters()).extracting(DeadLetter::key).contains(heard.first().toString());
    }
  }

  @Test
  void letters_are_shown_and_decided_on_and_none_steers_the_terminal() {
    try (TestService service = heard.fresh().listening(heard.subscription(heard::note)).start()) {
      sendNonsense();
      await().atMost(Heard.PATIENCE).until(() -> heard.letters().size() == 1);
      String id = heard.letters().getFirst().id().toString();
      String told = run("list", "--consumer", heard.consumer()) + run("show", id);
      assertThat(told).contains(id, heard.first().toString(), "\\u001b", "\\u202e");
      assertThat(told.codePoints().filter(it -> it != '\n'))
          .noneMatch(it -> Character.isISOControl(it) || Character.getType(it) == Character.FORMAT);
      assertThat(run("drop", id, "--note", "nonsense")).isEqualTo("1 dropped\n");
      assertThat(run("list", "--consumer", heard.consumer())).doesNotContain(id);
      assertThat(run("show", id)).contains("DROPPED", "nonsense");
      assertThat(run("replay", id)).contains("nothing was done");
      assertThat(service.waiting()).isZero();
    }
  }

  @Test
  void a_letter_is_on_the_health_page_and_in_the_metrics_though_decisions_are_unreadable() {
    var settings =
        heard
            .fresh()
            .with("musubi.messaging.consumers.count", "1s")
            .listening(heard.subscription(heard::note));
    try (TestService service = settings.start();
        var producer = Heard.clients().producer()) {
      MeterRegistry meters = service.bean(MeterRegistry.class);
      producer.send(new ProducerRecord<>(Topics.DECISIONS, 0, utf8("no letter"), utf8("{}")));
      producer.send(
          new ProducerRecord<>(
              Topics.DECISIONS,
              0,
              utf8(Topics.deadLetters(Topics.ORGANISATION, heard.consumer()) + "@0"),
              utf8("{\"what\":\"FORGOTTEN\"")));
      producer.flush();
      sendNonsense();
      await().atMost(Heard.PATIENCE).until(() -> !heard.letters().isEmpty());
      await()
          .atMost(Heard.PATIENCE)
          .until(() -> heard.gauge(meters, "musubi.consumer.deadletters") >= 1);
      assertThat(service.bean(ConsumersStatus.class).readings())
          .anyMatch(it -> it.what().equals("dead-letters") && it.count() >= 1);
      assertThat(run("list", "--consumer", heard.consumer())).contains(heard.first().toString());
    }
  }

  /** No event, and full of what a terminal would obey. */
  private void sendNonsense() {
    try (var producer = Heard.clients().producer()) {
      var record =
          new ProducerRecord<>(
              Topics.ORGANISATION, utf8(heard.first().toString()), utf8("\u001b[2J\u202e{"));
      record.headers().add("ce_type", utf8("\u001b]0;owned\u0007\u202e"));
      record.headers().add("ce_id", utf8(heard.second().toString()));
      producer.send(record);
      producer.flush();
    }
  }

  private static String run(String... arguments) {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    DeadLetterMain.run(arguments, Map.of("MUSUBI_KAFKA", EngineKit.shared().kafka()), out, out);
    return told.toString(StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

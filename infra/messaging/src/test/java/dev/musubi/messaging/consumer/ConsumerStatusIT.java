package dev.musubi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.messaging.TestService;
import dev.musubi.messaging.TransientFailure;
import dev.musubi.observability.Span;
import dev.musubi.observability.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What is told of a reader of events. */
class ConsumerStatusIT {
  private final Heard heard = new Heard();

  @Test
  void an_event_is_handled_in_the_trace_of_the_request_that_caused_it() {
    List<String> traces = new CopyOnWriteArrayList<>();
    var subscription =
        heard.subscription(
            event -> {
              traces.add(String.valueOf(MDC.get("trace.id")));
              heard.note(event);
            });
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    String request = "00-" + trace + "-00f067aa0ba902b7-01";
    try (TestService service = heard.fresh().listening(subscription).start()) {
      Trace.within(
          Span.Kind.SERVER, "POST", request, () -> Heard.send(service, heard.first(), 1, 1));
      Heard.send(service, heard.second(), 1, 1);
      await().atMost(Heard.PATIENCE).until(() -> heard.events().size() == 2);
    }
    assertThat(traces).hasSize(2).containsOnlyOnce(trace).doesNotContain("null");
  }

  @Test
  void what_waits_is_told_with_its_age_and_what_is_dead_with_its_topic() {
    AtomicBoolean broken = new AtomicBoolean(true);
    var subscription =
        heard.subscription(
            event -> {
              if (broken.get()) {
                throw new TransientFailure("away");
              }
              heard.note(event);
            });
    try (TestService service = heard.fresh().listening(subscription).start()) {
      Heard.send(service, heard.first(), 1, 2);
      MeterRegistry meters = service.bean(MeterRegistry.class);
      await().atMost(Heard.PATIENCE).until(() -> heard.gauge(meters, "musubi.consumer.lag") >= 2);
      await()
          .atMost(Heard.PATIENCE)
          .until(() -> heard.gauge(meters, "musubi.consumer.oldest") >= 1);
      assertThat(heard.gauge(meters, "musubi.consumer.deadletters")).isZero();
      var status = service.bean(ConsumersStatus.class);
      assertThat(status.readings().getFirst().trouble()).contains("away");
      broken.set(false);
      await()
          .atMost(Heard.PATIENCE)
          .until(() -> heard.gauge(meters, "musubi.consumer.oldest") == 0);
    }
  }
}

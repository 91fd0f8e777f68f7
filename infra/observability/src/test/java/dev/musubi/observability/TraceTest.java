package dev.musubi.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** One identifier, from whoever began to whatever follows. */
class TraceTest {
  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00-" + ID + "-00f067aa0ba902b7-01";

  @Test
  void a_step_goes_on_in_the_trace_of_its_caller_as_a_step_of_its_own() {
    try (Trace.Step step = Trace.begin(Span.Kind.SERVER, "GET", CALLER)) {
      assertThat(Trace.id()).isEqualTo(ID);
      assertThat(step.header()).startsWith("00-" + ID + "-").endsWith("-01").isNotEqualTo(CALLER);
      assertThat(Trace.header()).isEqualTo(step.header());
    }
    assertThat(Trace.id()).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nX: y",
      })
  void what_is_no_header_of_a_trace_begins_a_new_one(@Nullable String header) {
    try (Trace.Step step = Trace.begin(Span.Kind.SERVER, "GET", header)) {
      assertThat(step.header()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
      assertThat(step.header()).doesNotContain(ID, "0".repeat(16));
    }
  }

  @Test
  void every_line_that_is_logged_meanwhile_carries_it_and_none_after() {
    try (Trace.Step _ = Trace.begin(Span.Kind.SERVER, "GET", CALLER)) {
      assertThat(MDC.get("trace.id")).isEqualTo(ID);
      String outer = MDC.get("span.id");
      try (Trace.Step _ = Trace.begin(Span.Kind.CLIENT, "elasticsearch")) {
        assertThat(MDC.get("trace.id")).isEqualTo(ID);
        assertThat(MDC.get("span.id")).isNotEqualTo(outer);
      }
      assertThat(MDC.get("span.id")).isEqualTo(outer);
    }
    assertThat(MDC.get("trace.id")).isNull();
  }

  @Test
  void another_thread_is_in_the_trace_only_when_it_is_carried_there() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        Trace.Step _ = Trace.begin(Span.Kind.SERVER, "GET", CALLER)) {
      assertThat(threads.submit(Trace.carried(Trace::header)).get()).contains(ID);
      assertThat(threads.submit(Trace::header).get()).doesNotContain(ID);
    }
  }

  @Test
  void a_caller_who_does_not_want_its_steps_kept_is_heard() {
    String unsampled = CALLER.substring(0, CALLER.length() - 1) + "0";
    try (Trace.Step step = Trace.begin(Span.Kind.SERVER, "GET", unsampled)) {
      assertThat(step.header()).endsWith("-00");
    }
  }
}

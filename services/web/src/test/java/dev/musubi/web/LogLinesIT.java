package dev.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The form of the lines that every service logs. */
@ExtendWith(OutputCaptureExtension.class)
class LogLinesIT {
  @RegisterExtension static final RunningWeb WEB = RunningWeb.shared();

  private static final String FORGED = "2026-11-30T00:00:00.000Z ERROR --- forged : all is lost";

  @Test
  void what_somebody_typed_cannot_begin_a_line_of_its_own(CapturedOutput output) {
    assertThat(WEB.address()).isNotEmpty();
    for (String lineEnd : new String[] {"\n", "\r\n", "\r", "\u0085", "\u2028"}) {
      LoggerFactory.getLogger("typed").warn("somebody typed {}", "x" + lineEnd + FORGED);
    }
    assertThat(output.getAll().split("\\R"))
        .filteredOn(line -> line.contains("all is lost"))
        .hasSize(5)
        .noneMatch(line -> line.startsWith("2026-11-30T00:00:00.000Z ERROR"));
  }

  @Test
  void a_line_shows_its_trace_and_no_empty_place_where_there_is_none(CapturedOutput output) {
    MDC.put("trace.id", "4bf92f3577b34da6a3ce929d0e0e4736");
    LoggerFactory.getLogger("traced").warn("within");
    MDC.remove("trace.id");
    LoggerFactory.getLogger("traced").warn("without");
    assertThat(output.getAll().lines())
        .anyMatch(it -> it.contains("[4bf92f3577b34da6a3ce929d0e0e4736]") && it.endsWith("within"))
        .anyMatch(it -> it.contains("WARN --- [") && it.endsWith("without"))
        .noneMatch(it -> it.contains("[] "));
  }
}

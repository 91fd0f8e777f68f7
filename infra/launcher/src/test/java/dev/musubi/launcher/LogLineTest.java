package dev.musubi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code ./musubi logs} is for people, whatever the services write. */
final class LogLineTest {
  @Test
  void json_is_shown_as_a_plain_line_with_its_trace() {
    assertThat(
            LogLine.readable(
                """
                {"@timestamp":"2026-11-30T20:00:00.5Z","log":{"level":"WARN","logger":"dev.musubi.X"},\
                "trace":{"id":"4bf92f3577b34da6a3ce929d0e0e4736"},"message":"結び waits",\
                "error":{"stack_trace":"java.io.IOException: away\\n\\tat X\\n"}}\
                """))
        .isEqualToNormalizingNewlines(
            """
            2026-11-30T20:00:00.5Z  WARN --- [4bf92f3577b34da6a3ce929d0e0e4736] dev.musubi.X : 結び waits
            java.io.IOException: away
            \tat X\
            """);
  }

  @Test
  void what_is_no_json_of_ours_stays_as_it_is() {
    assertThat(LogLine.readable("2026-11-30 LOG:  ready")).isEqualTo("2026-11-30 LOG:  ready");
    assertThat(LogLine.readable("{\"@timestamp\":\"2026")).isEqualTo("{\"@timestamp\":\"2026");
  }
}

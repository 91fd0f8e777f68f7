package dev.musubi.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class GrowingPauseTest {
  private final GrowingPause pause = new GrowingPause(Duration.ofSeconds(10), Duration.ofHours(1));

  @Test
  void pause_doubles_with_a_tenth_at_random() {
    assertThat(pause.after(1)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    assertThat(pause.after(3)).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(44));
  }

  @Test
  void pause_never_exceeds_the_longest_by_more_than_a_tenth() {
    assertThat(pause.after(1_000_000)).isBetween(Duration.ofHours(1), Duration.ofMinutes(66));
  }
}

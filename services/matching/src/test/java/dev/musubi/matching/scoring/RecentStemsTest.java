package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.matching.scoring.TermReader.Stem;
import dev.musubi.model.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentStemsTest {
  private static final int DOCUMENTS = 60_000;
  private static final Stem UNSEEN = new Stem("flux", 0, 11.7);
  private static final Stem VALVE = new Stem("valv", 30, 7.6);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final RecentStems recent = new RecentStems(now::get);

  @Test
  void what_was_counted_is_remembered_in_its_language_for_a_while() {
    recent.keep(Language.EN, Map.of("valve", List.of(VALVE)), DOCUMENTS);

    assertThat(recent.of(Language.EN, List.of("valve", "pump")))
        .isEqualTo(Map.of("valve", List.of(VALVE)));
    assertThat(recent.of(Language.JA, List.of("valve"))).isEmpty();

    now.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(recent.of(Language.EN, List.of("valve"))).isEmpty();
  }

  @Test
  void a_small_index_is_asked_again_after_a_second_and_a_large_one_after_ten_minutes() {
    recent.keep(Language.EN, Map.of("valve", List.of(VALVE)), 10);
    now.addAndGet(Duration.ofMillis(900).toNanos());
    assertThat(recent.of(Language.EN, List.of("valve"))).isNotEmpty();
    now.addAndGet(Duration.ofMillis(100).toNanos());
    assertThat(recent.of(Language.EN, List.of("valve"))).isEmpty();

    recent.keep(Language.EN, Map.of("valve", List.of(VALVE)), 100_000_000);
    now.addAndGet(Duration.ofMinutes(9).toNanos());
    assertThat(recent.of(Language.EN, List.of("valve"))).isNotEmpty();
    now.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(recent.of(Language.EN, List.of("valve"))).isEmpty();
  }

  @Test
  void what_no_document_has_is_counted_again_after_a_second() {
    recent.keep(Language.EN, Map.of("flux valve", List.of(UNSEEN, VALVE)), DOCUMENTS);

    assertThat(recent.of(Language.EN, List.of("flux valve"))).isNotEmpty();
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(recent.of(Language.EN, List.of("flux valve"))).isEmpty();
  }
}

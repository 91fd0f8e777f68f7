package dev.musubi.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

  @Test
  void an_only_answer_in_first_place_is_perfect() {
    assertThat(Metrics.of(List.of("a", "b"), Map.of("a", 1))).isEqualTo(new Metrics(1, 1, 1));
  }

  @Test
  void an_only_answer_in_third_place_is_worth_half() {
    var metrics = Metrics.of(List.of("x", "y", "a"), Map.of("a", 1));

    assertThat(metrics.ndcg()).isCloseTo(0.5, within(1e-12));
    assertThat(metrics.reciprocalRank()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void grades_are_gains_as_trec_eval_counts_them() {
    // Found: 1 + 2 / log2(3); best order: 2 + 1 / log2(3).
    var log = Math.log(3) / Math.log(2);

    assertThat(Metrics.of(List.of("low", "high"), Map.of("high", 2, "low", 1)).ndcg())
        .isCloseTo((1 + 2 / log) / (2 + 1 / log), within(1e-12));
  }

  @Test
  void an_answer_behind_the_tenth_place_counts_for_recall_alone() {
    var list = new ArrayList<String>();
    for (var i = 0; i < 10; i++) {
      list.add("x" + i);
    }
    list.add("a");

    var metrics = Metrics.of(list, Map.of("a", 1));

    assertThat(metrics.ndcg()).isZero();
    assertThat(metrics.recall()).isEqualTo(1);
  }

  @Test
  void an_answer_behind_the_hundredth_place_is_missed() {
    var list = new ArrayList<String>();
    for (var i = 0; i < 100; i++) {
      list.add("x" + i);
    }
    list.add("a");

    assertThat(Metrics.of(list, Map.of("a", 1))).isEqualTo(new Metrics(0, 0, 0));
  }

  @Test
  void answers_that_no_list_holds_lower_the_recall() {
    assertThat(Metrics.of(List.of("a"), Map.of("a", 1, "gone", 1)).recall()).isEqualTo(0.5);
  }

  @Test
  void a_document_that_stands_twice_counts_once() {
    var metrics = Metrics.of(List.of("a", "a", "b"), Map.of("a", 1, "b", 1));

    assertThat(metrics.ndcg()).isCloseTo(1, within(1e-12));
    assertThat(metrics.recall()).isEqualTo(1);
  }

  @Test
  void nothing_found_is_worth_nothing() {
    assertThat(Metrics.of(List.of(), Map.of("a", 1))).isEqualTo(new Metrics(0, 0, 0));
  }
}

package dev.musubi.bench.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void each_round_gives_a_ratio_and_the_middle_one_decides() {
    var figure =
        new Figure(
            "poison",
            "per-second",
            List.of(90.0, 99.0, 300.0),
            List.of(100.0, 100.0, 100.0),
            Goal.atLeast(0.95));
    assertThat(figure.ratios()).containsExactly(0.9, 0.99, 3.0);
    assertThat(figure.spread().median()).isEqualTo(0.99);
    assertThat(figure.isMet()).isTrue();
  }

  @Test
  void without_counterpart_the_number_itself_is_judged() {
    var figure = new Figure("start.time", "seconds", List.of(44.0), List.of(), Goal.atMost(45));
    assertThat(figure.isMet()).isTrue();
    assertThat(figure.spread().median()).isEqualTo(44);
  }

  @Test
  void a_round_that_lacks_its_counterpart_is_no_figure() {
    assertThatThrownBy(
            () ->
                new Figure(
                    "poison", "per-second", List.of(1.0, 2.0), List.of(1.0), Goal.atLeast(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_chart_draws_a_bar_for_each_figure_and_tells_what_is_missed() {
    var met = new Figure("poison", "per-second", List.of(1.0), List.of(1.0), Goal.atLeast(0.95));
    var missed = new Figure("start.time", "seconds", List.of(90.0), List.of(), Goal.atMost(45));
    var svg = GoalsChart.of(List.of(new Measured("a", List.of(met, missed), null)));
    assertThat(svg).contains("#0017c1", "#d6402b", "90 (≤ 45)", "1.00 (≥ 0.95)");
  }
}

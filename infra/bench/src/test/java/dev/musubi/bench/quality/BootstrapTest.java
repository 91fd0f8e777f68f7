package dev.musubi.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void a_ranking_that_is_better_by_the_same_everywhere_leaves_no_doubt() {
    var better = Bootstrap.of(new double[] {0.6, 0.8, 1}, new double[] {0.5, 0.7, 0.9});

    assertThat(better.mean()).isCloseTo(0.1, within(1e-12));
    assertThat(better.low()).isCloseTo(0.1, within(1e-12));
    assertThat(better.high()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void as_many_wins_as_losses_leave_the_sign_open() {
    var figures = IntStream.range(0, 40).mapToDouble(i -> i % 2).toArray();
    var against = IntStream.range(0, 40).mapToDouble(i -> (i + 1) % 2).toArray();

    var even = Bootstrap.of(figures, against);

    assertThat(even.mean()).isZero();
    assertThat(even.low()).isNegative();
    assertThat(even.high()).isPositive();
  }

  @Test
  void the_interval_is_as_wide_as_theory_says() {
    // Differences of 0 and 1, half of each, of 100 questions: standard error .05.
    var figures = IntStream.range(0, 100).mapToDouble(i -> i % 2).toArray();

    var interval = Bootstrap.of(figures, new double[100]);

    assertThat(interval.low()).isCloseTo(0.5 - 1.96 * 0.05, within(0.015));
    assertThat(interval.high()).isCloseTo(0.5 + 1.96 * 0.05, within(0.015));
  }

  @Test
  void the_same_questions_give_the_same_interval() {
    var figures = IntStream.range(0, 30).mapToDouble(i -> Math.sin(i)).toArray();

    assertThat(Bootstrap.of(figures, new double[30]))
        .isEqualTo(Bootstrap.of(figures, new double[30]));
  }
}

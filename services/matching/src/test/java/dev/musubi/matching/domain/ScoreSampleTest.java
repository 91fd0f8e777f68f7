package dev.musubi.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreSampleTest {
  private static final ScoreSample EVEN =
      ScoreSample.of(IntStream.range(0, 1000).mapToObj(it -> it / 1000.0).toList());

  @Test
  void a_score_in_the_middle_is_reached_by_half_of_the_listings() {
    assertThat(EVEN.share(0.5)).isCloseTo(0.5, within(0.01));
    assertThat(EVEN.share(-1)).isCloseTo(1, within(0.01));
  }

  @Test
  void a_score_above_all_others_is_the_rarer_the_higher_it_is() {
    assertThat(EVEN.share(1.2)).isLessThan(EVEN.share(1.1)).isLessThan(0.01).isPositive();
  }

  @Test
  void shares_fall_without_a_step_upwards_as_scores_rise() {
    for (var score = 0.0; score < 1.3; score += 0.01) {
      assertThat(EVEN.share(score + 0.01)).isLessThanOrEqualTo(EVEN.share(score) + 0.01);
    }
  }

  @Test
  void a_need_whose_scores_lie_higher_calls_the_same_score_less_rare() {
    var high = ScoreSample.of(IntStream.range(0, 1000).mapToObj(it -> 0.3 + it / 1000.0).toList());
    assertThat(high.share(0.95)).isGreaterThan(3 * EVEN.share(0.95));
  }

  @Test
  void equal_scores_and_small_samples_give_shares_between_0_and_1() {
    var equal = ScoreSample.of(IntStream.range(0, 500).mapToObj(_ -> 0.0).toList());
    assertThat(equal.share(0)).isBetween(0.9, 1.0);
    assertThat(equal.share(0.4)).isLessThan(0.01);
    assertThat(ScoreSample.of(List.of(0.2, 0.4)).share(0.5)).isBetween(0.1, 0.2);
    assertThat(ScoreSample.EMPTY.share(0.5)).isEqualTo(0.5);
  }
}

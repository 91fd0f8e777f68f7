package dev.musubi.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertBarTest {
  private static final Instant BEGAN = Instant.parse("2026-04-01T00:00:00Z");
  private static final Calibration SHIPPED = Calibration.shipped();
  private static final int A_WEEK = 300;

  /** Scores as a need gives them: most low, few high. */
  private static double score(Random chance) {
    return 0.25 + 0.12 * -Math.log(1 - chance.nextDouble());
  }

  private static ScoreSample sample(long seed) {
    var chance = new Random(seed);
    return ScoreSample.of(IntStream.range(0, 1000).mapToObj(_ -> score(chance)).toList());
  }

  private static AlertBar bar(int budget, double arrivals, ScoreSample sample) {
    return new AlertBar(new AlertPace(budget, arrivals, BEGAN), SHIPPED, sample, List.of());
  }

  private static Instant after(double weeks) {
    return BEGAN.plus(Duration.ofMinutes((long) (weeks * 7 * 24 * 60)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void about_as_many_alerts_come_as_were_asked_for_whatever_the_need_gives_its_scores(int budget) {
    var within = 0;
    for (var seed = 0; seed < 100; seed++) {
      var bar = bar(budget, A_WEEK, sample(seed));
      var chance = new Random(1000 + seed);
      var alerts = 0;
      for (var i = 0; i < 6 * A_WEEK; i++) {
        alerts += bar.takes(score(chance), true, after((i + 0.5) / A_WEEK)) ? 1 : 0;
      }
      within += alerts >= 0.8 * 6 * budget && alerts <= 1.2 * 6 * budget ? 1 : 0;
    }
    assertThat(within).isGreaterThanOrEqualTo(90);
  }

  @Test
  void a_flood_in_one_hour_brings_no_flood_of_alerts() {
    var bar = bar(5, A_WEEK, sample(7));
    var chance = new Random(8);
    var alerts = 0;
    for (var i = 0; i < 5_000; i++) {
      alerts += bar.takes(score(chance), true, after(1)) ? 1 : 0;
    }
    assertThat(alerts).isBetween(5, 20);
  }

  @Test
  void what_is_far_better_than_the_rest_is_told_although_the_week_is_full() {
    var full = new ArrayList<Instant>();
    IntStream.range(0, 10).forEach(it -> full.add(after(1).minus(Duration.ofHours(it))));
    var pace = new AlertPace(5, A_WEEK, BEGAN);
    assertThat(new AlertBar(pace, SHIPPED, sample(3), full).takes(0.9, true, after(1))).isFalse();
    assertThat(new AlertBar(pace, SHIPPED, sample(3), full).takes(1.6, true, after(1))).isTrue();
  }

  @Test
  void a_pair_that_does_not_meet_what_is_necessary_is_never_alerted() {
    assertThat(bar(5, A_WEEK, sample(1)).takes(2, false, after(1))).isFalse();
  }

  @Test
  void nobody_who_wants_none_gets_one() {
    assertThat(bar(0, A_WEEK, sample(1)).takes(2, true, after(1))).isFalse();
  }

  @Test
  void room_alone_makes_no_alert_of_what_does_not_fit() {
    var low = ScoreSample.of(IntStream.range(0, 1000).mapToObj(it -> it / 10_000.0).toList());
    assertThat(bar(5, 5, low).takes(0.05, true, after(1))).isFalse();
  }

  @Test
  void where_few_listings_lie_a_fitting_one_is_told() {
    var few = ScoreSample.of(List.of(0.2, 0.35, 0.1));
    assertThat(bar(5, 0, few).takes(0.7, true, after(0.01))).isTrue();
    assertThat(bar(5, 0, few).takes(0.3, true, after(0.01))).isFalse();
  }
}

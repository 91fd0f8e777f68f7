package dev.musubi.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.musubi.matching.domain.Calibration.Answered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Calibration SHIPPED = Calibration.shipped();
  private static final double GOOD = 0.6;
  private static final double RARE = 0.01;

  private static List<Answered> answers(int count, boolean interested) {
    return Collections.nCopies(count, new Answered(GOOD, RARE, interested, 1));
  }

  @Test
  void a_better_score_and_a_rarer_one_are_likelier() {
    assertThat(SHIPPED.probability(0.8, RARE)).isGreaterThan(SHIPPED.probability(0.6, RARE));
    assertThat(SHIPPED.probability(GOOD, 0.001)).isGreaterThan(SHIPPED.probability(GOOD, RARE));
  }

  @Test
  void without_answers_everything_stays_as_it_ships() {
    assertThat(SHIPPED.learned(List.of())).isEqualTo(SHIPPED);
    assertThat(SHIPPED.forNeed(List.of())).isEqualTo(SHIPPED);
  }

  @Test
  void many_a_no_puts_such_scores_below_the_bar_and_many_a_yes_above_it() {
    assertThat(SHIPPED.worthwhile(GOOD, RARE)).isTrue();
    assertThat(SHIPPED.learned(answers(200, false)).worthwhile(GOOD, RARE)).isFalse();
    assertThat(SHIPPED.worthwhile(0.3, 0.1)).isFalse();
    assertThat(SHIPPED.learned(answers(200, true)).worthwhile(0.3, 0.1)).isTrue();
  }

  @Test
  void one_answer_moves_little() {
    var before = SHIPPED.probability(GOOD, RARE);
    assertThat(SHIPPED.learned(answers(1, false)).probability(GOOD, RARE))
        .isLessThan(before)
        .isCloseTo(before, within(0.15));
  }

  @Test
  void a_need_is_moved_by_its_own_answers_without_moving_how_scores_are_read() {
    var choosy = SHIPPED.forNeed(answers(10, false));
    assertThat(choosy.base()).isLessThan(SHIPPED.base());
    assertThat(choosy.perScore()).isEqualTo(SHIPPED.perScore());
  }

  @Test
  void what_is_learned_comes_near_to_what_was_true() {
    var truth = SHIPPED.with(SHIPPED.base() - 1.5, 1.2, 7);
    var chance = new Random(5);
    var answers = new ArrayList<Answered>();
    for (var i = 0; i < 3_000; i++) {
      var fused = 0.3 + chance.nextDouble();
      var share = Math.pow(10, -1 - 3 * chance.nextDouble());
      var yes = chance.nextDouble() < truth.probability(fused, share);
      answers.add(new Answered(fused, share, yes, 1));
    }
    var learned = SHIPPED.learned(answers);
    for (var fused : List.of(0.4, 0.6, 0.8, 1.0)) {
      assertThat(learned.probability(fused, RARE))
          .isCloseTo(truth.probability(fused, RARE), within(0.06));
    }
  }

  @Test
  void contrary_answers_never_make_a_better_score_speak_against_a_pair() {
    var contrary = new ArrayList<Answered>();
    for (var i = 0; i < 500; i++) {
      contrary.add(new Answered(0.3, 0.1, true, 1));
      contrary.add(new Answered(1.2, 0.0001, false, 1));
    }
    var learned = SHIPPED.learned(contrary);
    assertThat(learned.probability(1.0, 0.001))
        .isGreaterThanOrEqualTo(learned.probability(0.5, 0.01));
  }
}

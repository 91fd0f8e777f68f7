package dev.musubi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void ninety_five_of_a_hundred_times_stay_below_the_p95() {
    var times = IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList();

    assertThat(Rounds.at(times, 0.95)).isEqualTo(95);
    assertThat(Rounds.at(times, 0.5)).isEqualTo(50);
    assertThat(Rounds.at(List.of(7.0), 0.95)).isEqualTo(7);
  }

  @Test
  void the_middle_round_counts_and_the_outer_ones_are_told() {
    assertThat(Rounds.Spread.of(List.of(3.0, 1.0, 9.0))).isEqualTo(new Rounds.Spread(3, 1, 9));
  }

  @Test
  void both_are_measured_with_every_question_and_take_turns_in_going_first() {
    var order = new ArrayList<String>();

    new Rounds().add(2, i -> order.add("whole" + i), i -> order.add("bare" + i));

    assertThat(order).containsExactly("whole0", "bare0", "bare1", "whole1");
  }
}

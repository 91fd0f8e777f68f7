package dev.musubi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.musubi.bench.load.Growth.Step;
import org.junit.jupiter.api.Test;

final class GrowthTest {
  private final Growth growth = new Growth();

  @Test
  void what_grows_with_the_number_has_the_power_of_one() {
    assertThat(Growth.power(10, 10)).isCloseTo(1, within(1e-9));
    assertThat(Growth.power(10, 100)).isCloseTo(2, within(1e-9));
    assertThat(Growth.power(10, 1)).isCloseTo(0, within(1e-9));
  }

  @Test
  void each_step_is_told_with_its_power() {
    growth.add(new Step(1_000, 10, 20, 5, 8, 3));
    growth.add(new Step(10_000, 10, 40, 5, 80, 300));
    assertThat(growth.lines())
        .anyMatch(it -> it.contains("1,000 → 10,000"))
        .anyMatch(it -> it.contains("10 (n^0.00) → 10"))
        .anyMatch(it -> it.contains("20 (n^0.30) → 40"))
        .anyMatch(it -> it.contains("8 (n^1.00) → 80"))
        .anyMatch(it -> it.contains("3 (n^2.00) → 300"));
  }

  @Test
  void what_was_not_filled_anew_has_no_power() {
    growth.add(new Step(1_000, 10, 20, 5, 8, 0));
    growth.add(new Step(10_000, 10, 40, 5, 80, 300));
    assertThat(growth.lines()).anyMatch(it -> it.contains("0 → 300"));
  }

  @Test
  void a_single_number_does_not_grow() {
    growth.add(new Step(1_000, 10, 20, 5, 8, 3));
    assertThat(growth.lines()).isEmpty();
  }
}

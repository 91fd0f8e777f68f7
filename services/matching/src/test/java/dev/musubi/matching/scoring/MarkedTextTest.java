package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class MarkedTextTest {
  private static MarkedText read(String text) {
    return MarkedText.read(
        text.replace('[', TextQuery.MARK_START).replace(']', TextQuery.MARK_END));
  }

  @Test
  void words_that_stand_together_are_one() {
    var text = read("Sorting by [near]-[infrared] light, [near] the belt");
    assertThat(text.plain()).isEqualTo("Sorting by near-infrared light, near the belt");
    assertThat(text.longest(Set.of("near", "infrared")::contains, 1).text())
        .isEqualTo("near-infrared");
  }

  @Test
  void words_of_another_rendering_are_passed_over() {
    var text = read("[plastic] [waste] sorting");
    assertThat(text.longest("waste"::equals, 1).text()).isEqualTo("waste");
    assertThat(text.longest("glass"::equals, 1).text()).isEmpty();
  }

  @Test
  void mark_that_never_ends_marks_nothing() {
    assertThat(read("a [b").marks()).isEmpty();
  }
}

package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DictionarySettingsTest {
  private final DictionarySettings shipped = DictionarySettings.shipped();

  @Test
  void likeliest_rendering_counts_whole_and_others_less() {
    assertThat(shipped.share(0.8, 0.8)).isEqualTo(1);
    assertThat(shipped.share(0.4, 0.8)).isLessThan(1).isGreaterThan(0.4);
  }

  @Test
  void word_of_one_meaning_is_certain() {
    assertThat(shipped.certainty(new double[] {1})).isCloseTo(1, within(1e-9));
  }

  @Test
  void more_meanings_make_a_word_less_certain_but_never_worthless() {
    var two = shipped.certainty(new double[] {1, 1});
    var eight = shipped.certainty(new double[] {1, 1, 1, 1, 1, 1, 1, 1});
    assertThat(two).isLessThan(1);
    assertThat(eight).isLessThan(two).isGreaterThan(0.3);
  }

  @Test
  void short_questions_count_words_by_how_often_they_stand_alone() {
    assertThat(shipped.weight(4, 9, 2)).isCloseTo(2, within(1e-9));
    assertThat(shipped.weight(1, 9, 100)).isGreaterThan(shipped.weight(1, 1, 100));
  }
}

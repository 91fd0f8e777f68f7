package dev.musubi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyTextsTest {
  private static final ManyTexts TEXTS =
      new ManyTexts(
          List.of(
              "Welding of aluminium foil by pulsed green laser for battery tabs",
              "近赤外線で廃プラスチックを選別する装置",
              "Electrospun cellulose catches fine dust and rots in compost"));

  @Test
  void the_first_texts_are_the_real_ones() {
    assertThat(TEXTS.text(1)).isEqualTo("近赤外線で廃プラスチックを選別する装置");
  }

  @Test
  void the_same_number_always_gives_the_same_text() {
    assertThat(TEXTS.text(4711)).isEqualTo(TEXTS.text(4711));
  }

  @Test
  void later_texts_are_all_but_the_same() {
    var texts = IntStream.range(0, 300).map(i -> 3 * i).mapToObj(TEXTS::text).distinct().count();

    assertThat(texts).isGreaterThan(250);
  }

  @Test
  void words_are_replaced_by_words_of_their_own_script() {
    var hiragana = "でをする";

    for (var number = 4; number < 100; number += 3) {
      var text = TEXTS.text(number);
      assertThat(text).doesNotContainPattern("\\p{IsLatin}");
      assertThat(text.replaceAll("[^\\p{IsHiragana}]", "")).isEqualTo(hiragana);
    }
  }

  @Test
  void a_turned_vector_has_length_one_and_a_cosine_of_four_fifths() {
    var real = new float[384];
    real[0] = 1;

    var turned = ManyTexts.vector(real, 5);

    var length = 0.0;
    for (var number : turned) {
      length += number * number;
    }
    assertThat(length).isCloseTo(1, within(1e-5));
    assertThat((double) turned[0]).isCloseTo(0.8, within(0.05));
  }
}

package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FillerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "currently",
        "Directing",
        "handful",
        "一",
        "方",
        "うえ",
        "ため",
        "の",
        "ァ",
        "進め",
        "から",
        "from",
        "早く",
        "会社",
        "含ま",
        "ＣＵＲＲＥＮＴＬＹ"
      })
  void words_that_tell_nothing_are_no_reasons(String word) {
    assertThat(Filler.SHIPPED.has(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"近赤外線", "選別", "near-infrared", "UV", "鉄", "銅", "膜", "pH", "ねじ", "welding"})
  void words_of_a_technology_are_reasons(String word) {
    assertThat(Filler.SHIPPED.has(word)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "sorting, sort",
    "generating, generation",
    "batteries, battery",
    "stopped, stop",
    "optical, optics",
    "oxidised, oxidation",
    "Valves, valve"
  })
  void forms_of_one_word_are_one(String word, String rendering) {
    assertThat(Inflection.sameWord(word, rendering)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "handful, hand",
    "informal, information",
    "metallurgy, metal",
    "metallization, metal"
  })
  void words_that_share_a_stem_only_are_not(String word, String rendering) {
    assertThat(Inflection.sameWord(word, rendering)).isFalse();
  }
}

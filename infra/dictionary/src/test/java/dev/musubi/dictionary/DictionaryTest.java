package dev.musubi.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DictionaryTest {
  private static final Dictionary DICTIONARY = Dictionary.load();

  @Test
  void japanese_words_are_found_by_longest_match() {
    List<Translated> words = DICTIONARY.fromJapanese("廃プラスチックを近赤外線で選別したい。");
    assertThat(words).extracting(Translated::surface).containsSubsequence("プラスチック", "近赤外線", "選別");
    assertThat(renderings(words, "プラスチック")).contains("plastic");
  }

  @Test
  void nouns_that_are_usually_written_in_kana_are_found_and_grammar_is_not() {
    assertThat(renderings(DICTIONARY.fromJapanese("ねじの製造"), "ねじ")).contains("screw");
    assertThat(renderings(DICTIONARY.fromJapanese("ろうそく製造業"), "ろうそく")).contains("candle");
    assertThat(renderings(DICTIONARY.fromJapanese("耐火れんが"), "れんが")).contains("brick");
    assertThat(DICTIONARY.fromJapanese("装置について検討するため、鉄のものとする"))
        .extracting(Translated::surface)
        .doesNotContain("について", "ため", "もの", "とする");
  }

  @Test
  void an_inflected_verb_is_found_by_its_stem() {
    assertThat(renderings(DICTIONARY.fromJapanese("金型に貼り付けたシール"), "貼り付け")).contains("affix");
  }

  @Test
  void english_phrases_come_before_their_words_and_inflection_does_not_matter() {
    List<Translated> words = DICTIONARY.fromEnglish("Heat-resistant coatings for the valves");
    assertThat(words)
        .extracting(Translated::surface)
        .containsExactly("Heat-resistant", "coatings", "valves");
    assertThat(renderings(words, "Heat-resistant")).contains("耐熱");
    assertThat(renderings(words, "valves")).contains("バルブ");
  }

  @Test
  void words_that_only_share_a_stem_are_not_taken_for_each_other() {
    assertThat(renderings(DICTIONARY.fromEnglish("information"), "information"))
        .contains("情報")
        .doesNotContain("非公式", "略式");
    assertThat(renderings(DICTIONARY.fromEnglish("a handful"), "handful"))
        .contains("一握り")
        .doesNotContain("手", "ハンド");
    assertThat(renderings(DICTIONARY.fromEnglish("currently"), "currently"))
        .doesNotContain("一水", "潮", "カレント");
    assertThat(renderings(DICTIONARY.fromEnglish("directing"), "directing")).doesNotContain("方");
  }

  @Test
  void an_inflected_word_is_rendered_by_its_base_form_too() {
    assertThat(renderings(DICTIONARY.fromEnglish("manufacturing"), "manufacturing"))
        .contains("製造", "加工");
    assertThat(renderings(DICTIONARY.fromEnglish("workers"), "workers")).contains("働き手");
  }

  @Test
  void full_width_and_half_width_forms_are_the_same_word() {
    assertThat(renderings(DICTIONARY.fromJapanese("ﾊﾞﾙﾌﾞ"), "バルブ")).contains("valve");
    assertThat(DICTIONARY.fromEnglish("ＶＡＬＶＥ")).isNotEmpty();
  }

  @Test
  void places_point_at_the_words() {
    String text = "新しい冷凍技術";
    for (Translated word : DICTIONARY.fromJapanese(text)) {
      assertThat(text.substring(word.start(), word.end())).isEqualTo(word.surface());
    }
  }

  @Test
  void texts_without_words_give_nothing() {
    for (String text : List.of("", " ", "😀", "\u0000\uFFFF", "。、", "the of and", "のはにを")) {
      assertThat(DICTIONARY.fromJapanese(text)).as(text).isEmpty();
      assertThat(DICTIONARY.fromEnglish(text)).as(text).isEmpty();
    }
  }

  @Test
  void a_text_without_end_is_read_in_its_beginning() {
    assertThat(DICTIONARY.fromJapanese("弁膜".repeat(100_000)).size()).isBetween(1_000, 6_000);
  }

  private static List<String> renderings(List<Translated> words, String surface) {
    return words.stream()
        .filter(word -> word.surface().equals(surface))
        .flatMap(word -> word.renderings().stream())
        .map(Translated.Rendering::text)
        .toList();
  }
}

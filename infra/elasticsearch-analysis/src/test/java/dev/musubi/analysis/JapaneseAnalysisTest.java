package dev.musubi.analysis;

import static dev.musubi.analysis.Analysis.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the names mean is taken from the documentation of the official plugin. */
final class JapaneseAnalysisTest {
  private static final String USUAL =
      """
      {"tokenizer": "kuromoji_tokenizer",
       "filter": ["kuromoji_baseform", "kuromoji_part_of_speech", "cjk_width", "kuromoji_stemmer",
                  "lowercase"]}""";

  @Test
  void particles_go_and_verbs_stand_in_their_base_form() throws IOException {
    assertThat(tokens(USUAL, "", "廃プラスチックを近赤外線で選別した"))
        .containsExactly("廃", "プラスチック", "近赤外線", "選別", "する");
  }

  @Test
  void the_usual_stop_words_go_too() throws IOException {
    var analyzer = USUAL.replace("\"cjk_width\"", "\"cjk_width\", \"ja_stop\"");
    assertThat(tokens(analyzer, "", "廃プラスチックを近赤外線で選別した"))
        .containsExactly("廃", "プラスチック", "近赤外線", "選別");
  }

  @Test
  void a_long_katakana_word_is_the_same_with_and_without_its_last_bar() throws IOException {
    assertThat(tokens(USUAL, "", "センサー")).isEqualTo(tokens(USUAL, "", "センサ"));
  }

  @Test
  void half_width_katakana_and_full_width_letters_are_the_same_as_their_usual_forms()
      throws IOException {
    var analyzer = USUAL.replace("\"filter\"", "\"char_filter\": [\"icu_normalizer\"], \"filter\"");
    assertThat(tokens(analyzer, "", "ﾌﾟﾗｽﾁｯｸ ＡＢＳ")).containsExactly("プラスチック", "abs");
  }

  @Test
  void search_mode_also_gives_the_parts_of_a_compound() throws IOException {
    var search = "{\"tokenizer\": \"kuromoji_tokenizer\"}";
    assertThat(tokens(search, "", "関西国際空港")).contains("関西", "国際", "空港");
    assertThat(
            tokens(
                "{\"tokenizer\": \"t\"}",
                "\"tokenizer\": {\"t\": {\"type\": \"kuromoji_tokenizer\", \"mode\": \"normal\"}}",
                "関西国際空港"))
        .containsExactly("関西国際空港");
  }

  @Test
  void the_compound_itself_can_be_left_out() throws IOException {
    var definition =
        """
        "tokenizer": {"t": {"type": "kuromoji_tokenizer", "mode": "search",
                            "discard_compound_token": true}}""";
    assertThat(tokens("{\"tokenizer\": \"t\"}", definition, "関西国際空港"))
        .containsExactly("関西", "国際", "空港");
  }

  @Test
  void words_of_ones_own_are_kept_whole() throws IOException {
    var definition =
        """
        "tokenizer": {"t": {"type": "kuromoji_tokenizer",
                            "user_dictionary_rules": ["近赤外線選別機,近赤外線選別機,キンセキガイセンセンベツキ,カスタム名詞"]}}""";
    assertThat(tokens("{\"tokenizer\": \"t\"}", definition, "近赤外線選別機")).containsExactly("近赤外線選別機");
  }

  @Test
  void a_word_given_twice_is_refused() {
    var definition =
        """
        "tokenizer": {"t": {"type": "kuromoji_tokenizer",
                            "user_dictionary_rules": ["撰別,撰別,センベツ,名詞", "撰別,撰別,センベツ,名詞"]}}""";
    assertThatThrownBy(() -> tokens("{\"tokenizer\": \"t\"}", definition, "撰別"))
        .hasStackTraceContaining("Found duplicate term [撰別]");
  }

  @Test
  void punctuation_is_kept_on_request() throws IOException {
    var definition =
        "\"tokenizer\": {\"t\": {\"type\": \"kuromoji_tokenizer\", \"discard_punctuation\": false}}";
    assertThat(tokens("{\"tokenizer\": \"t\"}", definition, "寿司、天ぷら")).contains("、");
  }

  @Test
  void kanji_numbers_become_digits() throws IOException {
    var analyzer = "{\"tokenizer\": \"t\", \"filter\": [\"kuromoji_number\"]}";
    var definition =
        "\"tokenizer\": {\"t\": {\"type\": \"kuromoji_tokenizer\", \"discard_punctuation\": false}}";
    assertThat(tokens(analyzer, definition, "一〇〇〇")).containsExactly("1000");
  }

  @Test
  void readings_come_in_katakana_or_in_latin_letters() throws IOException {
    var katakana =
        "{\"tokenizer\": \"kuromoji_tokenizer\", \"filter\": [\"kuromoji_readingform\"]}";
    assertThat(tokens(katakana, "", "寿司")).containsExactly("スシ");
    var romaji = "{\"tokenizer\": \"kuromoji_tokenizer\", \"filter\": [\"f\"]}";
    var definition =
        "\"filter\": {\"f\": {\"type\": \"kuromoji_readingform\", \"use_romaji\": true}}";
    assertThat(tokens(romaji, definition, "寿司")).containsExactly("sushi");
  }

  @Test
  void iteration_marks_are_written_out() throws IOException {
    var analyzer = "{\"tokenizer\": \"keyword\", \"char_filter\": [\"kuromoji_iteration_mark\"]}";
    assertThat(tokens(analyzer, "", "ところゞゝゝ")).containsExactly("ところどころ");
    assertThat(tokens(analyzer, "", "様々な")).containsExactly("様様な");
  }

  @Test
  void old_small_kana_become_large_ones() throws IOException {
    var analyzer =
        "{\"tokenizer\": \"keyword\", \"filter\": [\"hiragana_uppercase\", \"katakana_uppercase\"]}";
    assertThat(tokens(analyzer, "", "ちょっとストップ")).containsExactly("ちよつとストツプ");
  }

  @Test
  void an_unknown_mode_is_refused_by_name() {
    var definition =
        "\"tokenizer\": {\"t\": {\"type\": \"kuromoji_tokenizer\", \"mode\": \"fast\"}}";
    assertThatThrownBy(() -> tokens("{\"tokenizer\": \"t\"}", definition, "寿司"))
        .hasStackTraceContaining("not fast");
  }

  @Test
  void the_ready_made_analyzer_works_by_its_name() throws IOException {
    assertThat(Analysis.of("{\"analyzer\": {\"a\": {\"type\": \"kuromoji\"}}}").tokens("a", "走った"))
        .containsExactly("走る");
  }
}

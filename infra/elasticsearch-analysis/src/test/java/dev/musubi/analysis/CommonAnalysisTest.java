package dev.musubi.analysis;

import static dev.musubi.analysis.Analysis.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Filters that are not Japanese, each with the effect its documentation gives. */
final class CommonAnalysisTest {

  private static List<String> filtered(String definition, String text) throws IOException {
    return tokens(
        "{\"tokenizer\": \"standard\", \"filter\": [\"f\"]}",
        "\"filter\": {\"f\": " + definition + "}",
        text);
  }

  private static List<String> by(String filters, String text) throws IOException {
    return tokens("{\"tokenizer\": \"standard\", \"filter\": [" + filters + "]}", "", text);
  }

  @Test
  void english_words_meet_in_their_stem() throws IOException {
    assertThat(filtered("{\"type\": \"stemmer\", \"language\": \"english\"}", "sorting sorted"))
        .containsExactly("sort", "sort");
    assertThat(filtered("{\"type\": \"stemmer\", \"language\": \"light_english\"}", "sensors"))
        .containsExactly("sensor");
    assertThat(filtered("{\"type\": \"stemmer\", \"language\": \"minimal_english\"}", "sensors"))
        .containsExactly("sensor");
    assertThat(filtered("{\"type\": \"stemmer\", \"language\": \"possessive_english\"}", "firm's"))
        .containsExactly("firm");
  }

  @Test
  void a_stemmer_of_an_unknown_language_is_refused() {
    assertThatThrownBy(() -> filtered("{\"type\": \"stemmer\", \"language\": \"klingon\"}", "a"))
        .hasStackTraceContaining("[klingon]");
  }

  @Test
  void both_the_word_and_its_stem_can_be_kept() throws IOException {
    var analyzer =
        """
        {"tokenizer": "standard",
         "filter": ["keyword_repeat", "porter_stem", "remove_duplicates"]}""";
    assertThat(tokens(analyzer, "", "sorting sort")).containsExactly("sorting", "sort", "sort");
  }

  @Test
  void synonyms_are_written_as_people_write_them() throws IOException {
    var analyzer =
        """
        {"tokenizer": "kuromoji_tokenizer", "filter": ["kuromoji_stemmer", "s"]}""";
    var definition =
        """
        "filter": {"s": {"type": "synonym_graph", "synonyms": ["近赤外線, NIR", "センサー => 検知器"]}}""";
    assertThat(tokens(analyzer, definition, "近赤外線")).contains("NIR", "近赤外線");
    assertThat(tokens(analyzer, definition, "センサ")).doesNotContain("センサ").contains("検知");
  }

  @Test
  void a_rule_that_the_filters_before_remove_is_refused_unless_lenient() throws IOException {
    var analyzer = "{\"tokenizer\": \"standard\", \"filter\": [\"stop\", \"s\"]}";
    var definition =
        "\"filter\": {\"s\": {\"type\": \"synonym\", \"synonyms\": [\"the, article\"]%s}}";
    assertThatThrownBy(() -> tokens(analyzer, definition.formatted(""), "article"))
        .hasStackTraceContaining("failed to build synonyms");
    assertThat(tokens(analyzer, definition.formatted(", \"lenient\": true"), "article"))
        .containsExactly("article");
  }

  @Test
  void synonyms_without_rules_are_refused() {
    assertThatThrownBy(() -> filtered("{\"type\": \"synonym_graph\"}", "a"))
        .hasStackTraceContaining("synonym requires either");
  }

  @Test
  void unicode_is_folded_for_search() throws IOException {
    // Folding takes the voiced mark off as well: not for Japanese fields.
    assertThat(by("\"icu_folding\"", "Ａé㌘")).containsExactly("ae", "クラム");
    assertThat(by("\"icu_normalizer\"", "ＡＢＣ")).containsExactly("abc");
    assertThat(filtered("{\"type\": \"icu_folding\", \"unicode_set_filter\": \"[^åäöÅÄÖ]\"}", "åé"))
        .containsExactly("åe");
  }

  @Test
  void scripts_can_be_changed() throws IOException {
    assertThat(filtered("{\"type\": \"icu_transform\", \"id\": \"Hiragana-Katakana\"}", "すし"))
        .containsExactly("ス", "シ");
  }

  @Test
  void cjk_text_is_cut_into_pairs() throws IOException {
    assertThat(by("\"cjk_bigram\"", "近赤外線")).containsExactly("近赤", "赤外", "外線");
    assertThat(filtered("{\"type\": \"cjk_bigram\", \"ignored_scripts\": [\"han\"]}", "近赤"))
        .containsExactly("近", "赤");
  }

  @Test
  void codes_are_cut_into_their_parts_and_kept_whole() throws IOException {
    var analyzer = "{\"tokenizer\": \"whitespace\", \"filter\": [\"w\"]}";
    var definition =
        """
        "filter": {"w": {"type": "word_delimiter_graph", "preserve_original": true}}""";
    assertThat(tokens(analyzer, definition, "B29C45/26"))
        .contains("B29C45/26", "B", "29", "C", "45", "26");
  }

  @Test
  void beginnings_of_words_are_found_while_one_types() throws IOException {
    assertThat(filtered("{\"type\": \"edge_ngram\", \"min_gram\": 2, \"max_gram\": 4}", "sensor"))
        .containsExactly("se", "sen", "sens");
    assertThat(filtered("{\"type\": \"ngram\", \"min_gram\": 2, \"max_gram\": 2}", "abc"))
        .containsExactly("ab", "bc");
    assertThat(
            tokens(
                "{\"tokenizer\": \"t\"}",
                """
                "tokenizer": {"t": {"type": "edge_ngram", "min_gram": 1, "max_gram": 3,
                                    "token_chars": ["letter"]}}""",
                "ab-c"))
        .containsExactly("a", "ab", "c");
  }

  @Test
  void tokens_are_chosen_by_length_number_and_first_appearance() throws IOException {
    assertThat(filtered("{\"type\": \"length\", \"min\": 2}", "a bb")).containsExactly("bb");
    assertThat(filtered("{\"type\": \"limit\", \"max_token_count\": 2}", "a b c"))
        .containsExactly("a", "b");
    assertThat(by("\"unique\"", "a b a")).containsExactly("a", "b");
    assertThat(filtered("{\"type\": \"truncate\", \"length\": 3}", "abcde")).containsExactly("abc");
    assertThat(filtered("{\"type\": \"keep\", \"keep_words\": [\"b\"]}", "a b"))
        .containsExactly("b");
  }

  @Test
  void characters_are_replaced_before_the_text_is_cut() throws IOException {
    var analyzer = "{\"tokenizer\": \"keyword\", \"char_filter\": [\"c\"]}";
    assertThat(
            tokens(
                analyzer,
                "\"char_filter\": {\"c\": {\"type\": \"mapping\", \"mappings\": [\"－ => -\", \"\\\\u3000 => _\"]}}",
                "特開２００１－１　Ａ"))
        .containsExactly("特開２００１-１_Ａ");
    assertThat(
            tokens(
                analyzer,
                "\"char_filter\": {\"c\": {\"type\": \"pattern_replace\", \"pattern\": \"[-－]\", \"replacement\": \"\"}}",
                "2001-1"))
        .containsExactly("20011");
    assertThat(
            tokens(
                "{\"tokenizer\": \"keyword\", \"char_filter\": [\"html_strip\"]}", "", "<b>a</b>"))
        .containsExactly("a");
    assertThat(
            tokens("{\"tokenizer\": \"keyword\", \"char_filter\": [\"icu_normalizer\"]}", "", "㌘Ａ"))
        .containsExactly("グラムa");
  }

  @Test
  void a_normalizer_folds_a_keyword() throws IOException {
    var analysis =
        Analysis.of(
            """
            {"normalizer": {"n": {"type": "custom", "char_filter": ["icu_normalizer"],
                                  "filter": ["lowercase", "asciifolding"]}}}""");
    assertThat(analysis.normalized("n", "ＢÉ")).isEqualTo("be");
  }

  @Test
  void what_needs_settings_says_so_when_used_without() {
    assertThatThrownBy(() -> by("\"synonym_graph\"", "a")).isInstanceOf(Exception.class);
  }
}

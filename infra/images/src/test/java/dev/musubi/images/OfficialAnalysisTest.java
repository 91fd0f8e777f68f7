package dev.musubi.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings of our indices against what the official image has: its own analysis, and the
 * plugins analysis-kuromoji and analysis-icu that infra/images/elasticsearch installs. A setting
 * that only our plugin of infra/elasticsearch-analysis understands would start nowhere but on one
 * machine.
 */
final class OfficialAnalysisTest {
  private static final Map<String, Set<String>> PARAMETERS =
      Map.ofEntries(
          // analysis-icu
          Map.entry("icu_normalizer", Set.of("name", "mode", "unicode_set_filter")),
          Map.entry("icu_folding", Set.of("unicode_set_filter")),
          Map.entry("icu_tokenizer", Set.of("rule_files")),
          // analysis-kuromoji
          Map.entry(
              "kuromoji_tokenizer",
              Set.of(
                  "mode",
                  "discard_punctuation",
                  "discard_compound_token",
                  "user_dictionary",
                  "user_dictionary_rules",
                  "nbest_cost",
                  "nbest_examples")),
          Map.entry("kuromoji_iteration_mark", Set.of("normalize_kanji", "normalize_kana")),
          Map.entry("kuromoji_baseform", Set.of()),
          Map.entry("kuromoji_part_of_speech", Set.of("stoptags")),
          Map.entry("kuromoji_readingform", Set.of("use_romaji")),
          Map.entry("kuromoji_stemmer", Set.of("minimum_length")),
          Map.entry("kuromoji_number", Set.of()),
          Map.entry(
              "ja_stop", Set.of("stopwords", "stopwords_path", "ignore_case", "remove_trailing")),
          // the server and its module analysis-common
          Map.entry("standard", Set.of("max_token_length")),
          Map.entry("whitespace", Set.of("max_token_length")),
          Map.entry("keyword", Set.of("buffer_size")),
          Map.entry(
              "custom", Set.of("char_filter", "tokenizer", "filter", "position_increment_gap")),
          Map.entry("mapping", Set.of("mappings", "mappings_path")),
          Map.entry("pattern_replace", Set.of("pattern", "replacement", "flags", "all")),
          Map.entry("lowercase", Set.of("language")),
          Map.entry("asciifolding", Set.of("preserve_original")),
          Map.entry("cjk_width", Set.of()),
          Map.entry("cjk_bigram", Set.of("ignored_scripts", "output_unigrams")),
          Map.entry(
              "stop", Set.of("stopwords", "stopwords_path", "ignore_case", "remove_trailing")),
          Map.entry("stemmer", Set.of("language", "name")),
          Map.entry("length", Set.of("min", "max")),
          Map.entry("ngram", Set.of("min_gram", "max_gram", "preserve_original", "token_chars")),
          Map.entry("edge_ngram", Set.of("min_gram", "max_gram", "preserve_original", "side")),
          Map.entry("unique", Set.of("only_on_same_position")),
          Map.entry("synonym_graph", Set.of("synonyms", "expand", "lenient", "format")));

  private final JsonNode analysis =
      JsonMapper.builder()
          .build()
          .readTree(
              Project.text(
                  "services/matching/src/main/resources/dev/musubi/matching/search/analysis.json"));

  @Test
  void every_type_and_parameter_of_our_indices_is_one_of_the_official_image() {
    var unknown = new ArrayList<String>();
    for (var kind : List.of("char_filter", "tokenizer", "filter", "analyzer")) {
      for (var entry : analysis.path(kind).properties()) {
        var names = new TreeSet<>(entry.getValue().propertyNames());
        names.remove("type");
        var type = entry.getValue().path("type").asString();
        var allowed = PARAMETERS.get(type);
        if (allowed == null) {
          unknown.add(type);
        } else if (!allowed.containsAll(names)) {
          unknown.add(type + " with " + names);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void every_part_that_an_analyzer_names_is_defined_or_official() {
    var defined = new HashSet<>(PARAMETERS.keySet());
    for (var kind : List.of("char_filter", "tokenizer", "filter")) {
      defined.addAll(analysis.path(kind).propertyNames());
    }
    var named = new TreeSet<String>();
    for (var entry : analysis.path("analyzer").properties()) {
      entry.getValue().path("char_filter").forEach(name -> named.add(name.asString()));
      entry.getValue().path("filter").forEach(name -> named.add(name.asString()));
      named.add(entry.getValue().path("tokenizer").asString());
    }
    assertThat(named).isNotEmpty().isSubsetOf(defined);
  }
}

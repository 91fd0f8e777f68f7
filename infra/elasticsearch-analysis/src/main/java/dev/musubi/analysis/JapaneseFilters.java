package dev.musubi.analysis;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseCompletionFilter;
import org.apache.lucene.analysis.ja.JapaneseHiraganaUppercaseFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaUppercaseFilter;
import org.apache.lucene.analysis.ja.JapaneseNumberFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseReadingFormFilter;
import org.apache.lucene.search.suggest.analyzing.SuggestStopFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The token filters of {@code analysis-kuromoji}. */
final class JapaneseFilters {
  private JapaneseFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    return Map.of(
        "kuromoji_baseform",
        Filter.of((environment, settings) -> JapaneseBaseFormFilter::new),
        "kuromoji_part_of_speech",
        Filter.of(JapaneseFilters::partOfSpeech),
        "kuromoji_readingform",
        Filter.of(JapaneseFilters::readingForm),
        "kuromoji_stemmer",
        Filter.of(JapaneseFilters::stemmer),
        "kuromoji_number",
        Filter.of((environment, settings) -> JapaneseNumberFilter::new),
        "kuromoji_completion",
        Filter.of(JapaneseFilters::completion),
        "hiragana_uppercase",
        Filter.of((environment, settings) -> JapaneseHiraganaUppercaseFilter::new),
        "katakana_uppercase",
        Filter.of((environment, settings) -> JapaneseKatakanaUppercaseFilter::new),
        "ja_stop",
        Filter.of(JapaneseFilters::stop));
  }

  private static UnaryOperator<TokenStream> partOfSpeech(
      Environment environment, Settings settings) {
    var listed = Analysis.getWordList(environment, settings, "stoptags");
    Set<String> tags =
        listed == null ? JapaneseAnalyzer.getDefaultStopTags() : new HashSet<>(listed);
    return tokens -> new JapanesePartOfSpeechStopFilter(tokens, tags);
  }

  private static UnaryOperator<TokenStream> readingForm(
      Environment environment, Settings settings) {
    var romaji = settings.getAsBoolean("use_romaji", false);
    return tokens -> new JapaneseReadingFormFilter(tokens, romaji);
  }

  private static UnaryOperator<TokenStream> stemmer(Environment environment, Settings settings) {
    var length =
        settings.getAsInt("minimum_length", JapaneseKatakanaStemFilter.DEFAULT_MINIMUM_LENGTH);
    return tokens -> new JapaneseKatakanaStemFilter(tokens, length);
  }

  private static UnaryOperator<TokenStream> completion(Environment environment, Settings settings) {
    var mode =
        switch (settings.get("mode", "index")) {
          case "index" -> JapaneseCompletionFilter.Mode.INDEX;
          case "query" -> JapaneseCompletionFilter.Mode.QUERY;
          default ->
              throw new IllegalArgumentException(
                  "[mode] of kuromoji_completion is index or query, not " + settings.get("mode"));
        };
    return tokens -> new JapaneseCompletionFilter(tokens, mode);
  }

  private static UnaryOperator<TokenStream> stop(Environment environment, Settings settings) {
    var ignoreCase = settings.getAsBoolean("ignore_case", false);
    var removeTrailing = settings.getAsBoolean("remove_trailing", true);
    var words =
        Analysis.parseWords(
            environment,
            settings,
            "stopwords",
            JapaneseAnalyzer.getDefaultStopSet(),
            Map.of("_japanese_", JapaneseAnalyzer.getDefaultStopSet()),
            ignoreCase);
    return removeTrailing
        ? tokens -> new StopFilter(tokens, words)
        : tokens -> new SuggestStopFilter(tokens, words);
  }
}

package dev.musubi.analysis;

import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_ALL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_NUMBERS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_WORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_WORD_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.IGNORE_KEYWORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.PRESERVE_ORIGINAL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.TypeTokenFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeepWordFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.PorterStemmer;

/** Filters of {@code analysis-common} that know words: stems, parts, lists. */
final class WordFilters {
  private WordFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    var all = new HashMap<String, AnalysisProvider<TokenFilterFactory>>();
    all.put("stemmer", Filter.of(WordFilters::stemmer));
    all.put("porter_stem", Filter.of((environment, settings) -> PorterStemFilter::new));
    all.put("kstem", Filter.of((environment, settings) -> KStemFilter::new));
    all.put("keyword_marker", Filter.withSettings(WordFilters::keywordMarker));
    all.put("stemmer_override", Filter.withSettings(WordFilters::stemmerOverride));
    all.put("keep", Filter.withSettings(WordFilters::keep));
    all.put("keep_types", Filter.withSettings(WordFilters::keepTypes));
    all.put("word_delimiter_graph", Filter.of(WordFilters::wordDelimiter));
    return all;
  }

  /** The names and their meanings are those of Elasticsearch; here for English alone. */
  private static UnaryOperator<TokenStream> stemmer(Environment environment, Settings settings) {
    var language = settings.get("language", settings.get("name", "porter"));
    return switch (language.toLowerCase(Locale.ROOT)) {
      case "porter" -> PorterStemFilter::new;
      case "english" -> tokens -> new SnowballFilter(tokens, new PorterStemmer());
      case "porter2" -> tokens -> new SnowballFilter(tokens, new EnglishStemmer());
      case "light_english", "lightenglish", "kstem" -> KStemFilter::new;
      case "minimal_english", "minimalenglish" -> EnglishMinimalStemFilter::new;
      case "possessive_english", "possessiveenglish" -> EnglishPossessiveFilter::new;
      default ->
          throw new IllegalArgumentException("The stemmer [" + language + "] is not known here");
    };
  }

  private static UnaryOperator<TokenStream> keywordMarker(
      Environment environment, Settings settings) {
    var ignoreCase = settings.getAsBoolean("ignore_case", false);
    var listed = Analysis.getWordList(environment, settings, "keywords");
    if (listed == null) {
      throw new IllegalArgumentException(
          "keyword filter requires either `keywords` or `keywords_path` to be configured");
    }
    var words = new CharArraySet(listed, ignoreCase);
    return tokens -> new SetKeywordMarkerFilter(tokens, words);
  }

  private static UnaryOperator<TokenStream> stemmerOverride(
      Environment environment, Settings settings) throws java.io.IOException {
    var rules = Analysis.getWordList(environment, settings, "rules");
    if (rules == null) {
      throw new IllegalArgumentException(
          "stemmer override filter requires either `rules` or `rules_path` to be configured");
    }
    var map = new StemmerOverrideFilter.Builder(false);
    for (var rule : rules) {
      var sides = rule.split("=>", -1);
      if (sides.length != 2 || sides[1].isBlank()) {
        throw new RuntimeException("Invalid Keyword override Rule:" + rule);
      }
      for (var word : sides[0].split(",", -1)) {
        map.add(word.strip(), sides[1].strip());
      }
    }
    var built = map.build();
    return tokens -> new StemmerOverrideFilter(tokens, built);
  }

  private static UnaryOperator<TokenStream> keep(Environment environment, Settings settings) {
    var ignoreCase = settings.getAsBoolean("keep_words_case", false);
    var listed = Analysis.getWordList(environment, settings, "keep_words");
    if (listed == null) {
      throw new IllegalArgumentException("keep requires `keep_words` or `keep_words_path`");
    }
    var words = new CharArraySet(listed, ignoreCase);
    return tokens -> new KeepWordFilter(tokens, words);
  }

  private static UnaryOperator<TokenStream> keepTypes(Environment environment, Settings settings) {
    var types = new HashSet<>(settings.getAsList("types"));
    if (types.isEmpty()) {
      throw new IllegalArgumentException("keep_types requires `types` to be configured");
    }
    var include = settings.get("mode", "include").equals("include");
    return tokens -> new TypeTokenFilter(tokens, types, include);
  }

  private static UnaryOperator<TokenStream> wordDelimiter(
      Environment environment, Settings settings) {
    int flags = 0;
    flags |= flag(settings, "generate_word_parts", true, GENERATE_WORD_PARTS);
    flags |= flag(settings, "generate_number_parts", true, GENERATE_NUMBER_PARTS);
    flags |= flag(settings, "catenate_words", false, CATENATE_WORDS);
    flags |= flag(settings, "catenate_numbers", false, CATENATE_NUMBERS);
    flags |= flag(settings, "catenate_all", false, CATENATE_ALL);
    flags |= flag(settings, "split_on_case_change", true, SPLIT_ON_CASE_CHANGE);
    flags |= flag(settings, "split_on_numerics", true, SPLIT_ON_NUMERICS);
    flags |= flag(settings, "preserve_original", false, PRESERVE_ORIGINAL);
    flags |= flag(settings, "stem_english_possessive", true, STEM_ENGLISH_POSSESSIVE);
    flags |= flag(settings, "ignore_keywords", false, IGNORE_KEYWORDS);
    int all = flags;
    var adjust = settings.getAsBoolean("adjust_offsets", true);
    var listed = Analysis.getWordList(environment, settings, "protected_words");
    var kept = listed == null ? null : new CharArraySet(listed, false);
    return tokens ->
        new WordDelimiterGraphFilter(
            tokens, adjust, WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE, all, kept);
  }

  private static int flag(Settings settings, String name, boolean standard, int flag) {
    return settings.getAsBoolean(name, standard) ? flag : 0;
  }
}

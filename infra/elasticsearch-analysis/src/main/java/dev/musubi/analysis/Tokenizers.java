package dev.musubi.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.path.PathHierarchyTokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.jspecify.annotations.Nullable;

/** Tokenizers; {@code standard} is the server's own. */
final class Tokenizers {
  private Tokenizers() {}

  /** Reads the settings once. */
  @FunctionalInterface
  private interface Definition {
    Supplier<Tokenizer> read(Environment environment, Settings settings) throws IOException;
  }

  static Map<String, AnalysisProvider<TokenizerFactory>> all() {
    var all = new HashMap<String, AnalysisProvider<TokenizerFactory>>();
    all.put("kuromoji_tokenizer", of(Tokenizers::kuromoji));
    all.put(
        "icu_tokenizer",
        of((e, s) -> () -> new ICUTokenizer(new DefaultICUTokenizerConfig(true, true))));
    all.put("keyword", of(Tokenizers::keyword));
    all.put("whitespace", of(Tokenizers::whitespace));
    all.put("letter", of((e, s) -> LetterTokenizer::new));
    all.put("ngram", of((e, s) -> GramTokenizers.ngram(s)));
    all.put("edge_ngram", of((e, s) -> GramTokenizers.edge(s)));
    all.put("pattern", of(Tokenizers::pattern));
    all.put("path_hierarchy", of(Tokenizers::pathHierarchy));
    return Map.copyOf(all);
  }

  private static AnalysisProvider<TokenizerFactory> of(Definition definition) {
    return (index, environment, name, settings) ->
        TokenizerFactory.newFactory(name, definition.read(environment, settings));
  }

  private static Supplier<Tokenizer> kuromoji(Environment environment, Settings settings)
      throws IOException {
    var mode = mode(settings);
    var dictionary = userDictionary(environment, settings);
    var discardPunctuation = settings.getAsBoolean("discard_punctuation", true);
    var discardCompound = settings.getAsBoolean("discard_compound_token", false);
    var cost = settings.getAsInt("nbest_cost", -1);
    var examples = settings.get("nbest_examples");
    return () -> {
      var tokenizer = new JapaneseTokenizer(dictionary, discardPunctuation, discardCompound, mode);
      int best = examples == null ? cost : Math.max(cost, tokenizer.calcNBestCost(examples));
      tokenizer.setNBestCost(best);
      return tokenizer;
    };
  }

  static JapaneseTokenizer.Mode mode(Settings settings) {
    var mode = settings.get("mode", JapaneseTokenizer.DEFAULT_MODE.name());
    return switch (mode.toLowerCase(Locale.ROOT)) {
      case "normal" -> JapaneseTokenizer.Mode.NORMAL;
      case "extended" -> JapaneseTokenizer.Mode.EXTENDED;
      case "search" -> JapaneseTokenizer.Mode.SEARCH;
      default ->
          throw new IllegalArgumentException(
              "[mode] of kuromoji_tokenizer is normal, search or extended, not " + mode);
    };
  }

  static @Nullable UserDictionary userDictionary(Environment environment, Settings settings)
      throws IOException {
    var path = settings.get("user_dictionary");
    var rules = settings.getAsList("user_dictionary_rules", null);
    if (path != null && rules != null) {
      throw new IllegalArgumentException(
          "It is not allowed to use [user_dictionary] in conjunction with"
              + " [user_dictionary_rules]");
    }
    if (rules != null) {
      refuseTwice(rules);
      return UserDictionary.open(new StringReader(String.join("\n", rules)));
    }
    if (path == null) {
      return null;
    }
    try (Reader reader = Analysis.getReaderFromFile(environment, path, "user_dictionary")) {
      return UserDictionary.open(reader);
    }
  }

  private static void refuseTwice(Iterable<String> rules) {
    Set<String> seen = new TreeSet<>();
    for (var rule : rules) {
      var word = rule.split(",", 2)[0].strip();
      if (!word.startsWith("#") && !seen.add(word)) {
        throw new IllegalArgumentException(
            "Found duplicate term [" + word + "] in user dictionary");
      }
    }
  }

  private static Supplier<Tokenizer> keyword(Environment environment, Settings settings) {
    var size = settings.getAsInt("buffer_size", KeywordTokenizer.DEFAULT_BUFFER_SIZE);
    return () -> new KeywordTokenizer(size);
  }

  private static Supplier<Tokenizer> whitespace(Environment environment, Settings settings) {
    var length = settings.getAsInt("max_token_length", 255);
    return () ->
        new WhitespaceTokenizer(WhitespaceTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, length);
  }

  private static Supplier<Tokenizer> pattern(Environment environment, Settings settings) {
    var pattern = Regex.compile(settings.get("pattern", "\\W+"), settings.get("flags"));
    var group = settings.getAsInt("group", -1);
    return () -> new PatternTokenizer(pattern, group);
  }

  private static Supplier<Tokenizer> pathHierarchy(Environment environment, Settings settings) {
    var delimiter = settings.get("delimiter", "/").charAt(0);
    var replacement = settings.get("replacement", String.valueOf(delimiter)).charAt(0);
    var skip = settings.getAsInt("skip", 0);
    var buffer = settings.getAsInt("buffer_size", 1024);
    return () -> new PathHierarchyTokenizer(buffer, delimiter, replacement, skip);
  }
}

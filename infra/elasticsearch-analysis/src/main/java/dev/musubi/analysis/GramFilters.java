package dev.musubi.analysis;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Filters that cut or join tokens: grams, and those of {@code analysis-common} for CJK. */
final class GramFilters {
  private static final Map<String, Integer> SCRIPTS =
      Map.of(
          "han", CJKBigramFilter.HAN,
          "hiragana", CJKBigramFilter.HIRAGANA,
          "katakana", CJKBigramFilter.KATAKANA,
          "hangul", CJKBigramFilter.HANGUL);

  private GramFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    return Map.of(
        "cjk_width",
        Filter.normalizing((environment, settings) -> CJKWidthFilter::new),
        "cjk_bigram",
        Filter.of(GramFilters::cjkBigram),
        "ngram",
        Filter.of(GramFilters::ngram),
        "edge_ngram",
        Filter.of(GramFilters::edge));
  }

  private static UnaryOperator<TokenStream> cjkBigram(Environment environment, Settings settings) {
    var unigrams = settings.getAsBoolean("output_unigrams", false);
    var ignored = new HashSet<>(settings.getAsList("ignored_scripts"));
    int flags = 0;
    for (var script : SCRIPTS.entrySet()) {
      flags |= ignored.contains(script.getKey()) ? 0 : script.getValue();
    }
    int scripts = flags;
    return tokens -> new CJKBigramFilter(tokens, scripts, unigrams);
  }

  private static UnaryOperator<TokenStream> ngram(Environment environment, Settings settings) {
    var min = settings.getAsInt("min_gram", 1);
    var max = settings.getAsInt("max_gram", 2);
    var original = settings.getAsBoolean("preserve_original", false);
    return tokens -> new NGramTokenFilter(tokens, min, max, original);
  }

  private static UnaryOperator<TokenStream> edge(Environment environment, Settings settings) {
    var min = settings.getAsInt("min_gram", 1);
    var max = settings.getAsInt("max_gram", 2);
    var original = settings.getAsBoolean("preserve_original", false);
    var back = settings.get("side", "front").toLowerCase(Locale.ROOT).equals("back");
    return tokens ->
        back
            ? new ReverseStringFilter(
                new EdgeNGramTokenFilter(new ReverseStringFilter(tokens), min, max, original))
            : new EdgeNGramTokenFilter(tokens, min, max, original);
  }
}

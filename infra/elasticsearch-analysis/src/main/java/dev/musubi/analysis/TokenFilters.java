package dev.musubi.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Filters of {@code analysis-common} that change or choose tokens, whatever the language. */
final class TokenFilters {
  private TokenFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    var all = new HashMap<String, AnalysisProvider<TokenFilterFactory>>();
    all.put("lowercase", Filter.normalizing(TokenFilters::lowercase));
    all.put("uppercase", Filter.normalizing((environment, settings) -> UpperCaseFilter::new));
    all.put("asciifolding", Filter.normalizing(TokenFilters::asciiFolding));
    all.put(
        "decimal_digit", Filter.normalizing((environment, settings) -> DecimalDigitFilter::new));
    all.put("trim", Filter.normalizing((environment, settings) -> TrimFilter::new));
    all.put("reverse", Filter.of((environment, settings) -> ReverseStringFilter::new));
    all.put("truncate", Filter.of(TokenFilters::truncate));
    all.put("length", Filter.of(TokenFilters::length));
    all.put("limit", Filter.of(TokenFilters::limit));
    all.put("unique", Filter.of(TokenFilters::unique));
    all.put("keyword_repeat", Filter.of((environment, settings) -> KeywordRepeatFilter::new));
    all.put(
        "remove_duplicates",
        Filter.of((environment, settings) -> RemoveDuplicatesTokenFilter::new));
    all.put("flatten_graph", Filter.of((environment, settings) -> FlattenGraphFilter::new));
    all.put("pattern_replace", Filter.withSettings(TokenFilters::patternReplace));
    return all;
  }

  private static UnaryOperator<TokenStream> lowercase(Environment environment, Settings settings) {
    var language = settings.get("language");
    if (language != null) {
      throw new IllegalArgumentException(
          "language [" + language + "] not supported for lower case token filter here");
    }
    return LowerCaseFilter::new;
  }

  private static UnaryOperator<TokenStream> asciiFolding(
      Environment environment, Settings settings) {
    var original = settings.getAsBoolean("preserve_original", false);
    return tokens -> new ASCIIFoldingFilter(tokens, original);
  }

  private static UnaryOperator<TokenStream> truncate(Environment environment, Settings settings) {
    var length = settings.getAsInt("length", 10);
    return tokens -> new TruncateTokenFilter(tokens, length);
  }

  private static UnaryOperator<TokenStream> length(Environment environment, Settings settings) {
    var min = settings.getAsInt("min", 0);
    var max = settings.getAsInt("max", Integer.MAX_VALUE);
    return tokens -> new LengthFilter(tokens, min, max);
  }

  private static UnaryOperator<TokenStream> limit(Environment environment, Settings settings) {
    var count = settings.getAsInt("max_token_count", 1);
    var all = settings.getAsBoolean("consume_all_tokens", false);
    return tokens -> new LimitTokenCountFilter(tokens, count, all);
  }

  private static UnaryOperator<TokenStream> unique(Environment environment, Settings settings) {
    var samePosition = settings.getAsBoolean("only_on_same_position", false);
    return tokens -> new UniqueTokens(tokens, samePosition);
  }

  private static UnaryOperator<TokenStream> patternReplace(
      Environment environment, Settings settings) {
    var text = settings.get("pattern");
    if (text == null) {
      throw new IllegalArgumentException("pattern is missing for a pattern_replace token filter");
    }
    var pattern = Regex.compile(text, settings.get("flags"));
    var replacement = settings.get("replacement", "");
    var all = settings.getAsBoolean("all", true);
    return tokens -> new PatternReplaceFilter(tokens, pattern, replacement, all);
  }
}

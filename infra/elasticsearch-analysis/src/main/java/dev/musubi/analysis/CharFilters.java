package dev.musubi.analysis;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.ja.JapaneseIterationMarkCharFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** Character filters. */
final class CharFilters {
  private CharFilters() {}

  static Map<String, AnalysisProvider<CharFilterFactory>> all() {
    return Map.of(
        "html_strip",
        (index, environment, name, settings) -> new Plain(name, htmlStrip(settings)),
        "mapping",
        AnalysisPlugin.requiresAnalysisSettings(
            (index, environment, name, settings) ->
                new Normalizing(name, mapping(environment, settings))),
        "pattern_replace",
        AnalysisPlugin.requiresAnalysisSettings(
            (index, environment, name, settings) ->
                new Normalizing(name, patternReplace(settings))),
        "icu_normalizer",
        (index, environment, name, settings) -> new Normalizing(name, normalizer(settings)),
        "kuromoji_iteration_mark",
        (index, environment, name, settings) -> new Normalizing(name, iterationMark(settings)));
  }

  private record Plain(String name, UnaryOperator<Reader> wrap) implements CharFilterFactory {
    @Override
    public Reader create(Reader reader) {
      return wrap.apply(reader);
    }
  }

  private record Normalizing(String name, UnaryOperator<Reader> wrap)
      implements NormalizingCharFilterFactory {
    @Override
    public Reader create(Reader reader) {
      return wrap.apply(reader);
    }
  }

  private static UnaryOperator<Reader> htmlStrip(Settings settings) {
    var escaped = Set.copyOf(settings.getAsList("escaped_tags"));
    return escaped.isEmpty()
        ? HTMLStripCharFilter::new
        : reader -> new HTMLStripCharFilter(reader, escaped);
  }

  private static UnaryOperator<Reader> normalizer(Settings settings) {
    var mode =
        settings.get("mode", "compose").equals("decompose")
            ? Normalizer2.Mode.DECOMPOSE
            : Normalizer2.Mode.COMPOSE;
    var form = UnicodeFilters.form(settings, mode);
    return reader -> new ICUNormalizer2CharFilter(reader, form);
  }

  private static UnaryOperator<Reader> iterationMark(Settings settings) {
    var kanji = settings.getAsBoolean("normalize_kanji", true);
    var kana = settings.getAsBoolean("normalize_kana", true);
    return reader -> new JapaneseIterationMarkCharFilter(reader, kanji, kana);
  }

  private static UnaryOperator<Reader> patternReplace(Settings settings) {
    var text = settings.get("pattern");
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException("pattern is missing for a pattern_replace char filter");
    }
    Pattern pattern = Regex.compile(text, settings.get("flags"));
    var replacement = settings.get("replacement", "");
    return reader -> new PatternReplaceCharFilter(pattern, replacement, reader);
  }

  private static UnaryOperator<Reader> mapping(Environment environment, Settings settings)
      throws IOException {
    var rules = Analysis.getWordList(environment, settings, "mappings");
    if (rules == null) {
      throw new IllegalArgumentException("mapping requires either `mappings` or `mappings_path`");
    }
    var map = new NormalizeCharMap.Builder();
    for (var rule : rules) {
      MappingRule.parse(rule).addTo(map);
    }
    var built = map.build();
    return reader -> new MappingCharFilter(built, reader);
  }
}

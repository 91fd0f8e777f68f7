package dev.musubi.analysis;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The token filters of {@code analysis-icu}, and the normal forms that its other parts share. */
final class UnicodeFilters {
  private UnicodeFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    return Map.of(
        "icu_normalizer",
        Filter.normalizing(UnicodeFilters::normalizer),
        "icu_folding",
        Filter.normalizing(UnicodeFilters::folding),
        "icu_transform",
        Filter.normalizing(UnicodeFilters::transform));
  }

  private static UnaryOperator<TokenStream> normalizer(Environment environment, Settings settings) {
    var form = form(settings, Normalizer2.Mode.COMPOSE);
    return tokens -> new ICUNormalizer2Filter(tokens, form);
  }

  private static UnaryOperator<TokenStream> folding(Environment environment, Settings settings) {
    var form = restricted(ICUFoldingFilter.NORMALIZER, settings);
    return tokens -> new ICUNormalizer2Filter(tokens, form);
  }

  private static UnaryOperator<TokenStream> transform(Environment environment, Settings settings) {
    var direction =
        settings.get("dir", "forward").equals("reverse")
            ? Transliterator.REVERSE
            : Transliterator.FORWARD;
    var transliterator = Transliterator.getInstance(settings.get("id", "Null"), direction);
    return tokens -> new ICUTransformFilter(tokens, transliterator);
  }

  /** The normal form {@code name} (nfc, nfkc or nfkc_cf), for the characters asked for. */
  static Normalizer2 form(Settings settings, Normalizer2.Mode mode) {
    var form = Normalizer2.getInstance(null, settings.get("name", "nfkc_cf"), mode);
    return restricted(form, settings);
  }

  private static Normalizer2 restricted(Normalizer2 form, Settings settings) {
    var pattern = settings.get("unicode_set_filter");
    return pattern == null ? form : new FilteredNormalizer2(form, new UnicodeSet(pattern).freeze());
  }
}

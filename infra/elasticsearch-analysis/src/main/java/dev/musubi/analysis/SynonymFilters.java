package dev.musubi.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/**
 * {@code synonym} and {@code synonym_graph}: the rules go through the tokenizer and the filters
 * that stand before, so they may be written as people write.
 */
final class SynonymFilters {
  private SynonymFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
    return Map.of("synonym", provider(false), "synonym_graph", provider(true));
  }

  private static AnalysisProvider<TokenFilterFactory> provider(boolean graph) {
    return AnalysisPlugin.requiresAnalysisSettings(
        (index, environment, name, settings) -> new Unbound(name, graph, environment, settings));
  }

  /** Not yet placed in a chain of filters. */
  private record Unbound(String name, boolean graph, Environment environment, Settings settings)
      implements TokenFilterFactory {

    @Override
    public TokenStream create(TokenStream tokens) {
      throw new IllegalStateException("Call getChainAwareTokenFilterFactory first");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
        IndexCreationContext context,
        TokenizerFactory tokenizer,
        List<CharFilterFactory> charFilters,
        List<TokenFilterFactory> before,
        Function<String, TokenFilterFactory> all) {
      var filters =
          before.stream()
              .map(TokenFilterFactory::getSynonymFilter)
              .toArray(TokenFilterFactory[]::new);
      var analyzer =
          new CustomAnalyzer(tokenizer, charFilters.toArray(CharFilterFactory[]::new), filters);
      return new Bound(name, graph, read(analyzer));
    }

    private SynonymMap read(Analyzer analyzer) {
      var expand = settings.getAsBoolean("expand", true);
      if (!settings.get("format", "solr").equalsIgnoreCase("solr")) {
        throw new IllegalArgumentException("[format] of synonyms is solr here");
      }
      var lenient = settings.getAsBoolean("lenient", false);
      var parser = new LenientSolr(expand, lenient, analyzer);
      try (var rules = rules()) {
        parser.parse(rules);
        return parser.build();
      } catch (IOException | ParseException failure) {
        throw new IllegalArgumentException("failed to build synonyms from [" + name + "]", failure);
      }
    }

    private Reader rules() {
      var listed = Analysis.getWordList(environment, settings, "synonyms");
      if (listed == null) {
        throw new IllegalArgumentException(
            "synonym requires either `synonyms` or `synonyms_path` to be configured");
      }
      return new StringReader(String.join(System.lineSeparator(), listed));
    }
  }

  private record Bound(String name, boolean graph, SynonymMap synonyms)
      implements TokenFilterFactory {

    @Override
    public TokenStream create(TokenStream tokens) {
      if (synonyms.fst == null) {
        return tokens;
      }
      var found = new SynonymGraphFilter(tokens, synonyms, false);
      return graph ? found : new FlattenGraphFilter(found);
    }

    /** Synonyms are looked up in the text, not in the rules of a later synonym filter. */
    @Override
    public TokenFilterFactory getSynonymFilter() {
      return IDENTITY_FILTER;
    }
  }

  /** With {@code lenient}, a word that the chain removes is left out, not refused. */
  private static final class LenientSolr extends SolrSynonymParser {
    private final boolean lenient;

    LenientSolr(boolean expand, boolean lenient, Analyzer analyzer) {
      super(true, expand, analyzer);
      this.lenient = lenient;
    }

    @Override
    public CharsRef analyze(String text, CharsRefBuilder reuse) throws IOException {
      try {
        return super.analyze(text, reuse);
      } catch (IllegalArgumentException refused) {
        if (lenient) {
          return new CharsRef("");
        }
        throw refused;
      }
    }

    @Override
    public void add(CharsRef input, CharsRef output, boolean includeOriginal) {
      if (!lenient || (input.length > 0 && output.length > 0)) {
        super.add(input, output, includeOriginal);
      }
    }
  }
}

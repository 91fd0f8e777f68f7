package dev.musubi.analysis;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** A token filter from a function that wraps the stream. */
record Filter(String name, UnaryOperator<TokenStream> wrap) implements TokenFilterFactory {

  @Override
  public TokenStream create(TokenStream tokens) {
    return wrap.apply(tokens);
  }

  /** Reads the settings once, when the index is opened; mistakes in them are told then. */
  @FunctionalInterface
  interface Definition {
    UnaryOperator<TokenStream> read(Environment environment, Settings settings) throws IOException;
  }

  /** One that works on whole tokens and has no place in a normalizer. */
  static AnalysisProvider<TokenFilterFactory> of(Definition definition) {
    return (index, environment, name, settings) ->
        new Filter(name, definition.read(environment, settings));
  }

  /** One that changes characters only, and so may stand in a normalizer, too. */
  static AnalysisProvider<TokenFilterFactory> normalizing(Definition definition) {
    return (index, environment, name, settings) ->
        new Normalizing(name, definition.read(environment, settings));
  }

  /** One that means nothing without settings of its own. */
  static AnalysisProvider<TokenFilterFactory> withSettings(Definition definition) {
    return org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings(of(definition));
  }

  private record Normalizing(String name, UnaryOperator<TokenStream> wrap)
      implements NormalizingTokenFilterFactory {
    @Override
    public TokenStream create(TokenStream tokens) {
      return wrap.apply(tokens);
    }
  }
}

package dev.musubi.analysis;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Whole analyzers by name, for those who do not build their own. */
final class Analyzers {
  private Analyzers() {}

  static Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> all() {
    return Map.of(
        "kuromoji",
        (index, environment, name, settings) ->
            new Ready(
                name,
                new JapaneseAnalyzer(
                    Tokenizers.userDictionary(environment, settings),
                    Tokenizers.mode(settings),
                    Analysis.parseStopWords(
                        environment, settings, JapaneseAnalyzer.getDefaultStopSet()),
                    JapaneseAnalyzer.getDefaultStopTags())),
        "english",
        (index, environment, name, settings) ->
            new Ready(
                name,
                new EnglishAnalyzer(
                    Analysis.parseStopWords(
                        environment, settings, EnglishAnalyzer.getDefaultStopSet()),
                    Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET))),
        "cjk",
        (index, environment, name, settings) ->
            new Ready(
                name,
                new CJKAnalyzer(
                    Analysis.parseStopWords(
                        environment, settings, CJKAnalyzer.getDefaultStopSet()))));
  }

  private static final class Ready extends AbstractIndexAnalyzerProvider<Analyzer> {
    private final Analyzer analyzer;

    Ready(String name, Analyzer analyzer) {
      super(name);
      this.analyzer = analyzer;
    }

    @Override
    public Analyzer get() {
      return analyzer;
    }
  }
}

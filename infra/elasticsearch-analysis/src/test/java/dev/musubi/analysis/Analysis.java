package dev.musubi.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.elasticsearch.cluster.metadata.IndexMetadata;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.IndexVersion;
import org.elasticsearch.index.analysis.IndexAnalyzers;
import org.elasticsearch.indices.analysis.AnalysisModule;
import org.elasticsearch.plugins.scanners.StablePluginsRegistry;
import org.elasticsearch.xcontent.XContentType;

/** The server's own reading of index settings, with the plugin and without a node. */
final class Analysis {
  static {
    LogConfigurator.configureESLogging();
  }

  private final IndexAnalyzers analyzers;

  private Analysis(IndexAnalyzers analyzers) {
    this.analyzers = analyzers;
  }

  /** Takes the value of {@code settings.analysis} of an index, as JSON. */
  static Analysis of(String json) throws IOException {
    var node = Settings.builder().put("path.home", Path.of("target").toString()).build();
    var environment = new Environment(node, Path.of("src/test/config"));
    var module =
        new AnalysisModule(
            environment, List.of(new MusubiAnalysisPlugin()), new StablePluginsRegistry());
    var settings =
        Settings.builder()
            .put(IndexMetadata.SETTING_VERSION_CREATED, IndexVersion.current())
            .put(IndexMetadata.SETTING_NUMBER_OF_SHARDS, 1)
            .put(IndexMetadata.SETTING_NUMBER_OF_REPLICAS, 0)
            .loadFromSource("{\"index\": {\"analysis\": " + json + "}}", XContentType.JSON)
            .build();
    var index =
        new IndexSettings(
            IndexMetadata.builder("patents").settings(settings).build(), Settings.EMPTY);
    return new Analysis(
        module.getAnalysisRegistry().build(IndexCreationContext.CREATE_INDEX, index));
  }

  /** An analyzer {@code a} of one tokenizer and filters, and perhaps definitions of its parts. */
  static List<String> tokens(String analyzer, String definitions, String text) throws IOException {
    var rest = definitions.isBlank() ? "" : ", " + definitions;
    return of("{\"analyzer\": {\"a\": %s}%s}".formatted(analyzer, rest)).tokens("a", text);
  }

  List<String> tokens(String analyzer, String text) throws IOException {
    var tokens = new ArrayList<String>();
    try (var stream = analyzers.get(analyzer).tokenStream("text", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
    }
    return tokens;
  }

  String normalized(String normalizer, String text) {
    return analyzers.getNormalizer(normalizer).normalize("text", text).utf8ToString();
  }
}

package dev.musubi.engines;

import dev.musubi.engines.process.ChildSpec;
import dev.musubi.engines.process.JavaCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Elasticsearch from the published jars. */
record ElasticsearchEngine(EngineSettings settings) {

  ChildSpec spec() {
    // Yellow: every primary shard is there. A node without them answers, but finds nothing.
    var health =
        URI.create(
            "http://127.0.0.1:%d/_cluster/health?wait_for_status=yellow&timeout=1s"
                .formatted(settings.ports().elasticsearch()));
    return new ChildSpec(
        "elasticsearch",
        this::prepare,
        settings.data(),
        Map.of(),
        settings.logs().resolve("elasticsearch.log"),
        () -> Probe.http(health),
        Duration.ofSeconds(20));
  }

  private List<String> prepare() throws IOException {
    var home = Files.createDirectories(settings.data().resolve("elasticsearch"));
    var module = NodeModule.named("elasticsearch-node");
    var layout = ElasticsearchHome.of(home, module);
    var config = Files.createDirectories(home.resolve("config"));
    Files.writeString(config.resolve("elasticsearch.yml"), yaml(home));
    Files.writeString(config.resolve("log4j2.properties"), LOGGING);
    return command(home, layout);
  }

  private String yaml(Path home) {
    var ports = settings.ports();
    return """
    cluster.name: musubi
    node.name: musubi
    discovery.type: single-node
    network.host: 127.0.0.1
    http.port: %d
    transport.port: %d
    path.data: "%s"
    path.logs: "%s"
    # An index appears by its definition, never by a first write.
    action.auto_create_index: false
    # Shares of a disk say little about a small data folder on a large, full disk.
    cluster.routing.allocation.disk.watermark.low: 600mb
    cluster.routing.allocation.disk.watermark.high: 400mb
    cluster.routing.allocation.disk.watermark.flood_stage: 200mb
    """
        .formatted(
            ports.elasticsearch(),
            ports.elasticsearchTransport(),
            home.resolve("data"),
            settings.logs());
  }

  private static final String LOGGING =
      """
      status = error
      appender.console.type = Console
      appender.console.name = console
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d{ISO8601}{UTC}Z %p %c{1.} %m%n
      rootLogger.level = warn
      rootLogger.appenderRef.console.ref = console
      logger.node.name = org.elasticsearch.node
      logger.node.level = info
      """;

  private List<String> command(Path home, ElasticsearchHome layout) {
    var heap = settings.elasticsearchHeapMegabytes();
    var options = new ArrayList<>(List.of("--add-modules", "jdk.incubator.vector"));
    options.add("--enable-native-access=ALL-UNNAMED");
    options.add("-Xms" + heap + "m");
    options.add("-XX:MaxDirectMemorySize=" + Math.max(64, heap / 4) + "m");
    options.add("-XX:MaxMetaspaceSize=192m");
    options.add("-XX:ReservedCodeCacheSize=96m");
    options.add("-Dio.netty.noUnsafe=true");
    options.add("-Dio.netty.noKeySetOptimization=true");
    options.add("-Dio.netty.recycler.maxCapacityPerThread=0");
    options.add("-Dlog4j.shutdownHookEnabled=false");
    options.add("-Dlog4j2.disable.jmx=true");
    options.add("-Djava.io.tmpdir=" + layout.temporary());
    if (!settings.flushes()) {
      // Tests live too short for the second compiler to pay.
      options.add("-XX:TieredStopAtLevel=1");
    }
    return new JavaCommand(
            JavaCommand.ownHome(),
            heap,
            options,
            layout.classPath(),
            "dev.musubi.elasticsearchnode.ElasticsearchNode",
            List.of(home.toString()))
        .words();
  }
}

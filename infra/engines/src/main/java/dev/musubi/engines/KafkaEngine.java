package dev.musubi.engines;

import dev.musubi.engines.process.ChildSpec;
import dev.musubi.engines.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kafka in KRaft mode. */
record KafkaEngine(EngineSettings settings) {

  ChildSpec spec() {
    return new ChildSpec(
        "kafka",
        this::prepare,
        settings.data(),
        Map.of(),
        settings.logs().resolve("kafka.log"),
        () -> Probe.kafka(settings.ports().kafka()),
        Duration.ofSeconds(25));
  }

  private List<String> prepare() throws IOException {
    var folder = Files.createDirectories(settings.data().resolve("kafka"));
    var properties = folder.resolve("server.properties");
    var ports = settings.ports();
    var text =
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        # Topics are created with their settings by the services, never by a typing mistake.
        auto.create.topics.enable=false
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=8
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        group.initial.rebalance.delay.ms=0
        num.network.threads=2
        num.io.threads=4
        background.threads=2
        # 128 MiB unless said otherwise: half of this heap.
        log.cleaner.dedupe.buffer.size=16777216
        log.segment.bytes=67108864
        metadata.log.segment.bytes=16777216
        """
            .formatted(ports.kafka(), ports.kafkaController(), folder.resolve("logs"));
    // With one node there is no replica that could hold what the page cache loses.
    Files.writeString(
        properties, settings.flushes() ? text + "log.flush.interval.messages=1\n" : text);
    return command(properties.toString());
  }

  private List<String> command(String properties) {
    var options = new ArrayList<>(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
    options.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    options.add("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    options.add("-XX:TieredStopAtLevel=1");
    options.add("-XX:MaxDirectMemorySize=64m");
    options.add("-XX:MaxMetaspaceSize=96m");
    options.add("-XX:ReservedCodeCacheSize=48m");
    options.addAll(settings.classCache("kafka"));
    return new JavaCommand(
            JavaCommand.ownHome(),
            settings.kafkaHeapMegabytes(),
            options,
            NodeModule.named("kafka-node").classPath(),
            "dev.musubi.kafkanode.KafkaNode",
            List.of(properties))
        .words();
  }
}

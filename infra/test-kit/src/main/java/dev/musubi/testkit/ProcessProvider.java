package dev.musubi.testkit;

import dev.musubi.engines.DatabaseAccess;
import dev.musubi.engines.EnginePorts;
import dev.musubi.engines.EngineSettings;
import dev.musubi.engines.EngineSettings.Durability;
import dev.musubi.engines.Engines;
import dev.musubi.engines.FolderTree;
import dev.musubi.engines.process.Child;
import dev.musubi.engines.process.ChildSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Child processes with data in a folder that goes with the JVM. */
final class ProcessProvider implements EngineProvider {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PASSWORD = "for-tests-only";

  private final Path folder = TestFolder.create();
  private final EnginePorts ports = FreePorts.choose();
  private final EngineSettings settings =
      new EngineSettings(
          folder.resolve("data"),
          TestFolder.logs(),
          ports,
          Map.of(),
          PASSWORD,
          PASSWORD,
          Durability.PROCESS_DEATH,
          512,
          256);
  private final Map<String, Child> running = new ConcurrentHashMap<>();
  private final AtomicInteger databases = new AtomicInteger();

  @Override
  public DatabaseAddress postgres(String role) {
    ready("postgres", Engines::postgres);
    var database = role + "_" + databases.incrementAndGet();
    try {
      new DatabaseAccess(ports.postgres(), PASSWORD).prepare(database, Map.of(role, PASSWORD));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.postgres(), database);
    return new DatabaseAddress(url, role, PASSWORD);
  }

  @Override
  public String kafka() {
    ready("kafka", Engines::kafka);
    return "127.0.0.1:" + ports.kafka();
  }

  @Override
  public URI elasticsearch() {
    ready("elasticsearch", Engines::elasticsearch);
    return URI.create("http://127.0.0.1:" + ports.elasticsearch());
  }

  @Override
  public URI redis() {
    ready("redis", Engines::redis);
    return URI.create("redis://:%s@127.0.0.1:%d".formatted(PASSWORD, ports.redis()));
  }

  @Override
  public SmtpAddress smtp() {
    ready("mail", Engines::mail);
    return new SmtpAddress(
        URI.create("smtp://127.0.0.1:" + ports.smtp()),
        URI.create("http://127.0.0.1:" + ports.mailPages()));
  }

  private void ready(String name, Function<EngineSettings, ChildSpec> engine) {
    running
        .computeIfAbsent(name, unused -> Child.start(engine.apply(settings)))
        .awaitReady(PATIENCE);
  }

  @Override
  public void close() {
    running.values().parallelStream().forEach(Child::close);
    try {
      FolderTree.delete(folder);
    } catch (IOException left) {
      // The next run sweeps it away.
    }
  }
}

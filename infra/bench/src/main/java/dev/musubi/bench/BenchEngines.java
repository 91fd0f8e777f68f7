package dev.musubi.bench;

import dev.musubi.engines.DatabaseAccess;
import dev.musubi.engines.EnginePorts;
import dev.musubi.engines.EngineSettings;
import dev.musubi.engines.EngineSettings.Durability;
import dev.musubi.engines.Engines;
import dev.musubi.engines.FolderTree;
import dev.musubi.engines.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL and Kafka of their own, as durable as in operation, in a folder that goes with them.
 */
public final class BenchEngines implements AutoCloseable {
  public static final String PASSWORD = "for-measurements-only";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int KAFKA_HEAP = 384;
  private static final int PORTS = 8;

  private final Path folder;
  private final EnginePorts ports;
  private final List<Child> running = new ArrayList<>();

  private BenchEngines(Path folder, EnginePorts ports) {
    this.folder = folder;
    this.ports = ports;
  }

  /** Starts both and waits until they answer. */
  public static BenchEngines start() {
    try {
      var folder = Files.createTempDirectory(Workplace.folder(), "run-").toAbsolutePath();
      var ports = freePorts();
      var started = new BenchEngines(folder, ports);
      // Ctrl-C too must leave nothing behind.
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      started.run(
          new EngineSettings(
              folder.resolve("data"),
              Files.createDirectories(folder.resolve("logs")),
              ports,
              Map.of(),
              PASSWORD,
              PASSWORD,
              Durability.POWER_LOSS,
              0,
              KAFKA_HEAP));
      return started;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void run(EngineSettings settings) {
    running.add(Child.start(Engines.postgres(settings)));
    running.add(Child.start(Engines.kafka(settings)));
    running.forEach(it -> it.awaitReady(PATIENCE));
  }

  /** Bootstrap servers. */
  public String kafka() {
    return "127.0.0.1:" + ports.kafka();
  }

  /** An empty database of this name for a role of the same name, with {@link #PASSWORD}. */
  public String database(String name) {
    try {
      new DatabaseAccess(ports.postgres(), PASSWORD).prepare(name, Map.of(name, PASSWORD));
      return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.postgres(), name);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static EnginePorts freePorts() throws IOException {
    var held = new ArrayList<ServerSocket>();
    try {
      for (var i = 0; i < PORTS; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      var free = held.stream().map(ServerSocket::getLocalPort).toList();
      return new EnginePorts(
          free.get(0),
          free.get(1),
          free.get(2),
          free.get(3),
          free.get(4),
          free.get(5),
          free.get(6),
          free.get(7));
    } finally {
      for (var socket : held) {
        socket.close();
      }
    }
  }

  @Override
  public synchronized void close() {
    running.forEach(Child::close);
    running.clear();
    try {
      FolderTree.delete(folder);
    } catch (IOException left) {
      // Closed before, or a file that the system still holds; the folder is named as temporary.
    }
  }
}

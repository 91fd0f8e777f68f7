package dev.musubi.bench;

import dev.musubi.engines.EnginePorts;
import dev.musubi.engines.EngineSettings;
import dev.musubi.engines.EngineSettings.Durability;
import dev.musubi.engines.Engines;
import dev.musubi.engines.FolderTree;
import dev.musubi.engines.process.Child;
import dev.musubi.search.SearchEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A real Elasticsearch of its own, in a folder that goes with it or is kept. */
public final class BenchElasticsearch implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration ANSWER = Duration.ofMinutes(2);

  private final Path folder;
  private final boolean kept;
  private final Child child;
  private final SearchEngine engine;

  private BenchElasticsearch(Path folder, boolean kept, Child child, SearchEngine engine) {
    this.folder = folder;
    this.kept = kept;
    this.child = child;
    this.engine = engine;
  }

  /** Starts an empty one and waits until it answers. */
  public static BenchElasticsearch start(int heapMegabytes) {
    try {
      return start(heapMegabytes, Files.createTempDirectory(Workplace.folder(), "run-"), false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Starts one whose data stay in a folder, with what an earlier run has left there. */
  public static BenchElasticsearch startKept(int heapMegabytes, Path folder) {
    return start(heapMegabytes, folder.toAbsolutePath(), true);
  }

  private static BenchElasticsearch start(int heapMegabytes, Path folder, boolean kept) {
    try {
      var port = freePort();
      var ports = new EnginePorts(0, 0, 0, port, freePort(), 0, 0, 0);
      var settings =
          new EngineSettings(
              folder.resolve("data"),
              Files.createDirectories(folder.resolve("logs")),
              ports,
              Map.of(),
              "",
              "",
              Durability.POWER_LOSS,
              heapMegabytes,
              0);
      var child = Child.start(Engines.elasticsearch(settings));
      var engine = SearchEngine.connect(URI.create("http://127.0.0.1:" + port), ANSWER);
      var started = new BenchElasticsearch(folder, kept, child, engine);
      // Ctrl-C too must leave nothing behind.
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      child.awaitReady(START);
      return started;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The connection to it. */
  public SearchEngine engine() {
    return engine;
  }

  /** Its process, for whoever wants to know what it takes. */
  public long processId() {
    var own = child.status().pid();
    var inner = own == null ? null : ProcessHandle.of(own).flatMap(it -> it.children().findFirst());
    return inner == null || own == null ? 0 : inner.map(ProcessHandle::pid).orElse(own);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public synchronized void close() {
    engine.close();
    child.close();
    if (kept) {
      return;
    }
    try {
      FolderTree.delete(folder);
    } catch (IOException gone) {
      // Closed before, or a file that the system still holds; the folder is named as temporary.
    }
  }
}

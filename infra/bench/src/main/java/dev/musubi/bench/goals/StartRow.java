package dev.musubi.bench.goals;

import dev.musubi.bench.Workplace;
import dev.musubi.engines.FolderTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From the command {@code up --demo} in a built tree, on an empty folder, until all is ready; and
 * what all processes take then, memory that several share counted once (Linux's proportional set
 * size). There is no counterpart: the goal is a time and an amount.
 */
final class StartRow implements Row {
  private static final int PORTS = 18;
  private static final int PATIENCE_SECONDS = 300;
  private static final Pattern READY = Pattern.compile("\"ready\"\\s*:\\s*true");

  @Override
  public String id() {
    return "start";
  }

  @Override
  public List<Figure> measure(Setting setting) throws Exception {
    var seconds = new ArrayList<Double>();
    var memory = new ArrayList<Double>();
    // A start is long, and its time varies little.
    var rounds = Math.min(2, setting.rounds());
    for (var round = 0; round < rounds; round++) {
      setting.tell("goals.round", id(), round + 1, rounds);
      var folder = Files.createTempDirectory(Workplace.folder(), "start-").toAbsolutePath();
      var begun = System.nanoTime();
      var process = command("up", "--demo", "--port", "" + freeRow(), "--data-dir", "" + folder);
      try {
        awaitReady(folder, process);
        seconds.add(Watch.seconds(begun));
        memory.add(megabytes(process.toHandle()));
      } finally {
        command("down", "--data-dir", folder.toString()).waitFor(1, TimeUnit.MINUTES);
        process.destroy();
        process.waitFor(1, TimeUnit.MINUTES);
        FolderTree.delete(folder);
      }
    }
    return List.of(
        new Figure("start.time", "seconds", seconds, List.of(), Goal.atMost(45)),
        new Figure("start.memory", "megabytes", memory, List.of(), Goal.atMost(4096)));
  }

  private static Process command(String... words) throws IOException {
    var all = new ArrayList<>(List.of(Workplace.sources().resolve("musubi").toString()));
    all.addAll(List.of(words));
    var builder =
        new ProcessBuilder(all)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("MUSUBI_NO_BUILD", "1");
    return builder.start();
  }

  private static void awaitReady(Path folder, Process process) throws Exception {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    var state = folder.resolve("run.json");
    Watch.until(
        100,
        () -> {
          if (System.nanoTime() > end || !process.isAlive()) {
            throw new IOException("./musubi up --demo has not become ready");
          }
          return Files.exists(state) && READY.matcher(Files.readString(state)).find();
        });
  }

  private static double megabytes(ProcessHandle top) throws IOException {
    var kilobytes = 0L;
    for (var process : Stream.concat(Stream.of(top), top.descendants()).toList()) {
      var memory = Path.of("/proc", "" + process.pid(), "smaps_rollup");
      if (!Files.exists(memory)) {
        throw new IOException(memory + " does not exist; memory is measured on Linux alone");
      }
      try (var lines = Files.lines(memory)) {
        kilobytes +=
            lines
                .filter(it -> it.startsWith("Pss:"))
                .mapToLong(it -> Long.parseLong(it.replaceAll("[^0-9]", "")))
                .sum();
      }
    }
    return kilobytes / 1024.0;
  }

  /** The first of so many free ports one after the other. */
  private static int freeRow() throws IOException {
    while (true) {
      var first = ThreadLocalRandom.current().nextInt(20_000, 30_000);
      var free = 0;
      while (free < PORTS && isFree(first + free)) {
        free++;
      }
      if (free == PORTS) {
        return first;
      }
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}

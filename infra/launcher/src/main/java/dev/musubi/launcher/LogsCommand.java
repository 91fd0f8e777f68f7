package dev.musubi.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of the logs, and with {@code --follow} what is added. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    resourceBundle = "dev.musubi.launcher.texts")
final class LogsCommand implements Runnable {
  @Mixin private final FolderOption folder = new FolderOption();

  @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "option.log")
  private @Nullable String name;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      descriptionKey = "option.lines")
  private int lines = 40;

  @Option(
      names = {"-f", "--follow"},
      descriptionKey = "option.follow")
  private boolean follow;

  @Option(names = "--trace", paramLabel = "ID", descriptionKey = "option.trace")
  private @Nullable String trace;

  @Override
  public void run() {
    var data = DataFolder.existing(folder.path());
    try {
      var logs = logs(data.logs());
      if (trace != null) {
        ofTrace(logs, trace);
        return;
      }
      Map<Path, Long> shown = new HashMap<>();
      for (var log : logs) {
        shown.put(log, Files.size(log));
        tail(log, logs.size() > 1);
      }
      while (follow) {
        for (var log : logs) {
          shown.put(log, more(log, shown.getOrDefault(log, 0L), logs.size() > 1));
        }
        Thread.sleep(300);
      }
    } catch (IOException failure) {
      throw new CommandFailure(String.valueOf(failure.getMessage()));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Path> logs(Path folder) throws IOException {
    if (name != null) {
      var log = folder.resolve(name + ".log").normalize();
      if (!log.startsWith(folder) || !Files.exists(log)) {
        throw Texts.failure("failure.log", name, folder);
      }
      return List.of(log);
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  private void tail(Path log, boolean named) throws IOException {
    var last = new ArrayDeque<String>();
    try (var all = Files.newBufferedReader(log)) {
      for (var line = all.readLine(); line != null; line = all.readLine()) {
        last.addLast(line);
        if (last.size() > lines) {
          last.removeFirst();
        }
      }
    }
    last.forEach(line -> print(log, named, line));
  }

  /** Lines begin with their time, so their order as texts is that of the time. */
  private static void ofTrace(List<Path> logs, String trace) throws IOException {
    var found = new ArrayList<String>();
    for (var log : logs) {
      try (var lines = Files.newBufferedReader(log)) {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.contains(trace)) {
            found.add(LogLine.readable(line) + "\t" + name(log));
          }
        }
      }
    }
    found.sort(Comparator.naturalOrder());
    for (var line : found) {
      var tab = line.lastIndexOf('\t');
      System.out.printf("%-14s | %s%n", line.substring(tab + 1), line.substring(0, tab));
    }
  }

  private static String name(Path log) {
    return log.getFileName().toString().replace(".log", "");
  }

  private static long more(Path log, long from, boolean named) throws IOException {
    var size = Files.size(log);
    // A log that has become shorter was set aside and begun anew.
    var start = size < from ? 0 : from;
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(start);
      var bytes = new byte[(int) Math.min(size - start, 1 << 20)];
      file.readFully(bytes);
      var whole = lastLineEnd(bytes);
      new String(bytes, 0, whole, StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> print(log, named, line));
      return start + whole;
    }
  }

  private static int lastLineEnd(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static void print(Path log, boolean named, String line) {
    var prefix = named ? "%-14s | ".formatted(name(log)) : "";
    System.out.println(prefix + LogLine.readable(line));
  }
}

package dev.musubi.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts a copy in the background, shows what it says until it is ready, and leaves it running. */
record DetachedUp(Path folder, int port, boolean demo, List<String> instances) {

  void run() {
    Instances.parse(instances);
    var data = DataFolder.prepare(folder);
    if (data.isInUse()) {
      throw Texts.failure("failure.in-use", data.path());
    }
    data.runFile().read().ifPresent(old -> new Remains(data.runFile()).clear());
    try {
      Files.createDirectories(data.logs());
      var log = data.logs().resolve("launcher.log");
      Files.deleteIfExists(log);
      follow(data, start(log), log);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Process start(Path log) throws IOException {
    var words = new ArrayList<String>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      words.add("/usr/bin/setsid");
    }
    words.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    words.addAll(
        List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    for (var property :
        List.of(
            "musubi.app",
            "musubi.home",
            "musubi.model",
            "musubi.elasticsearch.heap",
            "user.language")) {
      Optional.ofNullable(System.getProperty(property))
          .ifPresent(value -> words.add("-D" + property + "=" + value));
    }
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Musubi.class.getName()));
    words.addAll(List.of("up", "--data-dir", folder.toAbsolutePath().toString()));
    words.addAll(List.of("--port", Integer.toString(port)));
    if (demo) {
      words.add("--demo");
    }
    instances.forEach(it -> words.addAll(List.of("--instances", it)));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .redirectInput(Path.of("/dev/null").toFile())
        .start();
  }

  private static void follow(DataFolder data, Process process, Path log) throws IOException {
    long shown = 0;
    while (true) {
      var alive = process.isAlive();
      var ready = data.runFile().read().filter(run -> run.pid() == process.pid()).map(Run::ready);
      shown = show(log, shown);
      if (!alive) {
        // One line is enough when the copy has said itself what is wrong.
        throw Files.readString(log).contains("musubi: ")
            ? new CommandFailure("")
            : Texts.failure("failure.start", log);
      }
      if (ready.orElse(false)) {
        show(log, shown);
        return;
      }
      pause();
    }
  }

  private static long show(Path log, long from) throws IOException {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      var bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      System.out.print(new String(bytes, StandardCharsets.UTF_8));
      return from + bytes.length;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}

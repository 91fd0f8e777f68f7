package dev.musubi.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Processes of a copy that was killed. They notice by themselves and end within seconds; a new copy
 * on the same folder waits for that, and kills what does not end.
 */
record Remains(RunFile file) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  void clear() {
    var left = processes();
    if (!left.isEmpty()) {
      System.out.println(Texts.of("up.remains", left.size()));
      var end = Instant.now().plus(PATIENCE);
      while (!left.isEmpty() && Instant.now().isBefore(end)) {
        pause();
        left = processes();
      }
      left.forEach(ProcessHandle::destroyForcibly);
    }
    file.delete();
  }

  private List<ProcessHandle> processes() {
    return file.read().stream()
        .flatMap(run -> run.parts().stream())
        .flatMap(part -> part.process().stream())
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}

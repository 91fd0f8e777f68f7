package dev.musubi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy that was killed leaves a file behind; what it names is waited for, and nothing else. */
final class RemainsTest {

  @Test
  void a_process_of_the_killed_copy_is_waited_for(@TempDir Path folder) throws IOException {
    var file = new RunFile(folder.resolve("run.json"));
    var last = new ProcessBuilder("sleep", "1").start();
    file.write(run(last.pid(), last.info().startInstant().orElseThrow()));
    new Remains(file).clear();
    assertThat(last.isAlive()).isFalse();
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void a_process_that_has_taken_over_the_number_is_let_alone(@TempDir Path folder)
      throws IOException {
    var file = new RunFile(folder.resolve("run.json"));
    var other = new ProcessBuilder("sleep", "60").start();
    try {
      file.write(run(other.pid(), Instant.parse("2020-01-01T00:00:00Z")));
      new Remains(file).clear();
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void a_file_that_was_cut_off_is_no_copy(@TempDir Path folder) throws IOException {
    var file = new RunFile(Files.writeString(folder.resolve("run.json"), "{\"pid\":1"));
    assertThat(file.read()).isEmpty();
    new Remains(file).clear();
    assertThat(file.path()).doesNotExist();
  }

  private static Run run(long pid, Instant begun) {
    var part = new Run.Part("redis", "READY", pid, begun, 8095, 0, null);
    return new Run(1, 8080, false, true, null, List.of(part));
  }
}

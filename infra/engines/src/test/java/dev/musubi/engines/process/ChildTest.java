package dev.musubi.engines.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Supervision, with small programs of the system in place of engines. */
final class ChildTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Path folder;

  ChildTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private ChildSpec spec(HealthCheck health, String... words) {
    return new ChildSpec(
        "program",
        () -> NativeCommand.onLeash("TERM", List.of(words)),
        folder,
        Map.of("MUSUBI_WORD", "secret"),
        folder.resolve("program.log"),
        health,
        Duration.ofSeconds(5));
  }

  @Test
  void is_ready_when_its_health_check_passes_and_says_why_until_then() {
    HealthCheck check =
        () -> {
          if (!Files.exists(folder.resolve("open"))) {
            throw new IOException("the door is closed");
          }
        };
    try (var child = Child.start(spec(check, "sleep", "60"))) {
      await().atMost(LIMIT).until(() -> "the door is closed".equals(child.status().reason()));
      assertThat(child.status().state()).isEqualTo(ChildState.STARTING);
      createFile("open");
      child.awaitReady(LIMIT);
      assertThat(child.status().reason()).isNull();
    }
  }

  @Test
  void is_started_again_when_it_dies() {
    try (var child = Child.start(spec(() -> {}, "sleep", "60"))) {
      child.awaitReady(LIMIT);
      var first = pid(child);
      ProcessHandle.of(first).orElseThrow().destroyForcibly();
      await()
          .atMost(LIMIT)
          .until(() -> child.status().state() == ChildState.READY && pid(child) != first);
      assertThat(child.status().deaths()).isEqualTo(1);
    }
  }

  @Test
  void leaves_no_program_behind_when_only_the_shell_that_holds_it_is_killed() {
    try (var child = Child.start(spec(() -> {}, "sleep", "61"))) {
      child.awaitReady(LIMIT);
      var shell = ProcessHandle.of(pid(child)).orElseThrow();
      var program = shell.descendants().filter(ChildTest::isSleep).findFirst().orElseThrow();
      shell.destroyForcibly();
      await().atMost(LIMIT).until(() -> !program.isAlive());
    }
  }

  @Test
  void ends_with_all_it_has_started() {
    var child = Child.start(spec(() -> {}, "sleep", "62"));
    child.awaitReady(LIMIT);
    var tree = ProcessHandle.of(pid(child)).orElseThrow().descendants().toList();
    assertThat(tree).isNotEmpty();
    child.close();
    await().atMost(LIMIT).until(() -> tree.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(child.status().state()).isEqualTo(ChildState.STOPPED);
  }

  @Test
  void is_killed_when_it_does_not_heed_the_request_to_end() {
    var stubborn = "trap '' TERM; while :; do sleep 1; done";
    var spec = spec(() -> {}, "/bin/sh", "-c", stubborn);
    var child =
        Child.start(
            new ChildSpec(
                spec.name(),
                spec.launch(),
                folder,
                Map.of(),
                spec.log(),
                spec.health(),
                Duration.ofMillis(300)));
    child.awaitReady(LIMIT);
    var shell = ProcessHandle.of(pid(child)).orElseThrow();
    child.close();
    await().atMost(LIMIT).until(() -> !shell.isAlive());
  }

  @Test
  void gives_up_waiting_for_what_dies_again_and_again_and_tells_its_last_words() {
    try (var child =
        Child.start(
            spec(
                () -> {
                  throw new IOException("nothing");
                },
                "/bin/sh",
                "-c",
                "echo no room left; exit 3"))) {
      assertThatThrownBy(() -> child.awaitReady(LIMIT))
          .isInstanceOf(ChildFailure.class)
          .hasMessageContaining("ended with code 3")
          .hasMessageContaining("no room left");
    }
  }

  @Test
  void gets_its_secrets_by_the_environment() {
    try (var child =
        Child.start(spec(() -> {}, "/bin/sh", "-c", "echo $MUSUBI_WORD; exec sleep 63"))) {
      await()
          .atMost(LIMIT)
          .until(() -> Files.exists(child.spec().log()) && log(child).contains("secret"));
    }
  }

  @Test
  void a_reason_why_it_cannot_be_started_is_told() {
    var spec =
        new ChildSpec(
            "program",
            () -> {
              throw new IOException("the disk is full");
            },
            folder,
            Map.of(),
            folder.resolve("program.log"),
            () -> {},
            Duration.ofSeconds(1));
    try (var child = Child.start(spec)) {
      assertThatThrownBy(() -> child.awaitReady(LIMIT)).hasMessageContaining("the disk is full");
    }
  }

  private static boolean isSleep(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("sleep")).isPresent()
        || process.info().commandLine().filter(line -> line.contains("sleep")).isPresent();
  }

  private static long pid(Child child) {
    var pid = child.status().pid();
    return pid == null ? -1 : Objects.requireNonNull(pid);
  }

  private static String log(Child child) throws IOException {
    return Files.readString(child.spec().log());
  }

  private void createFile(String name) {
    try {
      Files.createFile(folder.resolve(name));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}

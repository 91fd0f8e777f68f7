package dev.musubi.launcher;

import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the copy of a data folder, and nothing else. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    resourceBundle = "dev.musubi.launcher.texts")
final class DownCommand implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Mixin private final FolderOption folder = new FolderOption();

  @Override
  public void run() {
    var data = DataFolder.existing(folder.path());
    if (!data.isInUse()) {
      new Remains(data.runFile()).clear();
      System.out.println(Texts.of("down.nothing", data.path()));
      return;
    }
    var run = folder.running();
    ProcessHandle.of(run.pid()).ifPresent(ProcessHandle::destroy);
    var end = Instant.now().plus(PATIENCE);
    while (data.isInUse()) {
      if (Instant.now().isAfter(end)) {
        throw Texts.failure("failure.down", String.valueOf(run.pid()));
      }
      pause();
    }
    System.out.println(Texts.of("down.done", data.path()));
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.musubi.engines;

import dev.musubi.engines.EngineSettings.Durability;
import dev.musubi.engines.process.Child;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A supervisor in a process of its own, to be killed: prints the pid of each child. */
final class ParentProcess {
  private ParentProcess() {}

  static final String PASSWORD = "for-tests-only";

  static EngineSettings settings(Path folder, int port) {
    return new EngineSettings(
        folder.resolve("data"),
        folder.resolve("log"),
        EnginePorts.from(port),
        Map.of("listings", PASSWORD),
        PASSWORD,
        PASSWORD,
        Durability.POWER_LOSS,
        384,
        192);
  }

  /** Takes the folder and the first port. */
  public static void main(String[] args) throws InterruptedException {
    var settings = settings(Path.of(args[0]), Integer.parseInt(args[1]));
    var children = Engines.all(settings).stream().map(Child::start).toList();
    for (var child : children) {
      child.awaitReady(Duration.ofMinutes(3));
      System.out.println(child.status().name() + " " + child.status().pid());
    }
    System.out.println("ready");
    TimeUnit.MINUTES.sleep(5);
  }
}

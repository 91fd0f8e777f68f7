package dev.musubi.engines.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What a supervisor has to know of a process.
 *
 * @param environment added to the environment of this process; the only way for secrets
 * @param log takes both output streams
 * @param onReady runs each time the process has become ready, before that is made known
 * @param grace how long a stop may take before the process is killed
 */
public record ChildSpec(
    String name,
    Launch launch,
    Path workingDirectory,
    Map<String, String> environment,
    Path log,
    HealthCheck health,
    HealthCheck onReady,
    Duration grace) {
  /** Copies the environment. */
  public ChildSpec {
    environment = Map.copyOf(environment);
  }

  /** A process with nothing to be done after its start. */
  public ChildSpec(
      String name,
      Launch launch,
      Path workingDirectory,
      Map<String, String> environment,
      Path log,
      HealthCheck health,
      Duration grace) {
    this(name, launch, workingDirectory, environment, log, health, () -> {}, grace);
  }
}

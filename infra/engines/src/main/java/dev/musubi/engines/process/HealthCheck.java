package dev.musubi.engines.process;

import java.io.IOException;

/** Asks a process, in its own protocol, whether it can serve. Must answer within seconds. */
@FunctionalInterface
public interface HealthCheck {
  /**
   * @throws IOException with a reason for people when it cannot serve yet
   */
  void check() throws IOException;
}

package dev.musubi.engines.process;

/** Where a supervised process stands. */
public enum ChildState {
  /** Being prepared, or started and not yet answering. */
  STARTING,
  /** Answers its health check. */
  READY,
  /** Runs, was ready, and does not answer now. */
  UNHEALTHY,
  /** Has died and is started again after a pause. */
  RESTARTING,
  /** Ended on request. */
  STOPPED
}

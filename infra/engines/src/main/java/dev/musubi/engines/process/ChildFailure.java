package dev.musubi.engines.process;

/** A process that cannot be brought up. The message names the process, the reason and the log. */
public final class ChildFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a text for people. */
  public ChildFailure(String message) {
    super(message);
  }
}

package dev.musubi.bench;

/** What was asked for cannot be done. The message is one line for the person who asked. */
public final class BenchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BenchFailure(String message) {
    super(message);
  }
}

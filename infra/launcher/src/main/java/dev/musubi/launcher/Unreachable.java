package dev.musubi.launcher;

/** Nobody listens, or the connection broke; who has the patience may ask again. */
final class Unreachable extends CommandFailure {
  private static final long serialVersionUID = 1L;

  Unreachable(String message) {
    super(message);
  }
}

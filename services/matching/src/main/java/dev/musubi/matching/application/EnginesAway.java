package dev.musubi.matching.application;

/** What the work needs cannot be reached now; it is done later. */
public final class EnginesAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EnginesAway(String message) {
    super(message);
  }
}

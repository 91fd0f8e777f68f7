package dev.musubi.launcher;

/** Something people can put right: the message is one line that says what to do. */
class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message);
  }
}

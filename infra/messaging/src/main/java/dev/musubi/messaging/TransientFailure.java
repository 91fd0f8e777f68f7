package dev.musubi.messaging;

/**
 * Thrown by a handler while an engine or a service that it needs is away. The event is retried
 * without limit, with growing pauses; it never becomes a dead letter.
 */
public final class TransientFailure extends RuntimeException {
  public TransientFailure(String message) {
    super(message);
  }

  public TransientFailure(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.musubi.notifications.clients;

/** Another service cannot be asked just now. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreachable(String service, Throwable cause) {
    super(service + " cannot be asked: " + cause.getMessage(), cause);
  }
}

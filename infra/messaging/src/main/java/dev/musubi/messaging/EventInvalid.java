package dev.musubi.messaging;

/** An event breaks its contract: a fault of the sender's code. Nothing was written. */
public final class EventInvalid extends RuntimeException {
  public EventInvalid(String type, String key, String reason) {
    super("%s of %s: %s".formatted(type, key, reason));
  }
}

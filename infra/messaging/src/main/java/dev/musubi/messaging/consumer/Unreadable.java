package dev.musubi.messaging.consumer;

/** A record is no event of its topic; trying again would not make it one. */
final class Unreadable extends Exception {
  Unreadable(String reason) {
    super(reason);
  }

  Unreadable(String reason, Throwable cause) {
    super(reason, cause);
  }
}

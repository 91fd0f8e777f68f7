package dev.musubi.messaging.outbox;

/** What became of a batch. When Kafka is away there is none: an exception says so. */
sealed interface SendOutcome {
  /** Kafka has committed all of it. */
  record Sent() implements SendOutcome {}

  /** Kafka will never take this event; nothing of the batch was sent. */
  record Refused(PendingEvent event, String reason) implements SendOutcome {}
}

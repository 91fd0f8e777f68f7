package dev.musubi.model.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message. Holds no address.
 *
 * @param subjectId match, deal or digest that it was about
 * @param organisationId whose people received it, or null for a digest subscriber
 */
public record DeliveryState(
    UUID id,
    long version,
    Channel channel,
    Kind kind,
    UUID subjectId,
    @Nullable UUID organisationId,
    Outcome outcome,
    Instant changedAt) {

  /** How it went out. */
  public enum Channel {
    PAGE,
    MAIL,
    WEBHOOK
  }

  /** What it was. */
  public enum Kind {
    ALERT,
    DIGEST,
    CONFIRMATION,
    DEAL
  }

  /** What became of it. */
  public enum Outcome {
    SENT,
    FAILED,
    BOUNCED,
    SUPPRESSED
  }
}

package dev.musubi.profiles.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A right to do one thing once, given to who holds the mailed token.
 *
 * @param content JSON of what was asked for
 */
public record Ticket(
    UUID id,
    Purpose purpose,
    EmailAddress email,
    @Nullable UUID organisation,
    String content,
    Instant createdAt,
    Instant expiresAt) {

  /** What for, and how long. */
  public enum Purpose {
    REGISTRATION(Duration.ofDays(2)),
    INVITATION(Duration.ofDays(14)),
    PASSWORD_RESET(Duration.ofHours(1));

    private final Duration life;

    Purpose(Duration life) {
      this.life = life;
    }

    public Duration life() {
      return life;
    }
  }
}

package dev.musubi.listings.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What time it is: rights end by the calendar of Japan. */
public final class Days {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Clock clock;

  public Days(Clock clock) {
    this.clock = clock;
  }

  /** The day in Japan. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), JAPAN);
  }

  /** Now, in the resolution that the database keeps. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

package dev.musubi.listings.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** The next day on which what the public sees changes by the calendar alone. */
public final class NextTurn {
  private NextTurn() {}

  /**
   * The first day after today on which a right ends, a promise to a partner ends, or an application
   * is laid open; empty when none of them is in sight.
   */
  public static Optional<LocalDate> after(LocalDate today, ListingContent content) {
    Stream<LocalDate> end =
        RightLife.lastDay(content.rights(), today).map(day -> day.plusDays(1)).stream();
    Stream<LocalDate> promise =
        Optional.ofNullable(content.protection())
            .flatMap(it -> Optional.ofNullable(it.until()))
            .map(day -> day.plusDays(1))
            .stream();
    Stream<LocalDate> opening =
        content.rights().stream().flatMap(it -> RightLife.laidOpenOn(it, today).stream());
    return Stream.of(end, promise, opening)
        .flatMap(days -> days)
        .filter(day -> day.isAfter(today))
        .min(LocalDate::compareTo);
  }
}

package dev.musubi.notifications.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When digests are due. A period is a calendar day of the zone, whatever its length, so neither
 * daylight saving nor a clock that jumps can make two of one day.
 *
 * @param zone whose calendar counts
 * @param at time of day at which the period's digest becomes due
 * @param weekly day of the week that also carries the weekly digests
 */
public record DigestCalendar(ZoneId zone, LocalTime at, DayOfWeek weekly) {

  /**
   * The latest period that is due. After a downtime only this one is made up for: what piled up is
   * in it.
   */
  public Period due(Instant now) {
    ZonedDateTime local = now.atZone(zone);
    LocalDate today = local.toLocalDate();
    boolean reached = !now.isBefore(today.atTime(at).atZone(zone).toInstant());
    return period(reached ? today : today.minusDays(1));
  }

  /** The latest weekly period that is due. */
  public Period dueWeekly(Instant now) {
    LocalDate day = due(now).day();
    int back = Math.floorMod(day.getDayOfWeek().getValue() - weekly.getValue(), 7);
    return period(day.minusDays(back));
  }

  private Period period(LocalDate day) {
    return new Period(day, day.getDayOfWeek() == weekly);
  }

  /**
   * One day's digests.
   *
   * @param day the calendar day
   * @param withWeekly true when the weekly digests go out as well
   */
  public record Period(LocalDate day, boolean withWeekly) {}
}

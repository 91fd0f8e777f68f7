package dev.musubi.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DigestCalendarTest {
  private static final DigestCalendar TOKYO =
      new DigestCalendar(ZoneId.of("Asia/Tokyo"), LocalTime.of(8, 0), DayOfWeek.MONDAY);

  @Test
  void digest_is_due_at_eight_in_tokyo_and_not_a_second_earlier() {
    assertThat(TOKYO.due(Instant.parse("2026-11-23T22:59:59Z")).day())
        .isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(TOKYO.due(Instant.parse("2026-11-23T23:00:00Z")).day())
        .isEqualTo(LocalDate.of(2026, 11, 24));
  }

  @Test
  void weekly_digest_belongs_to_the_last_monday() {
    // 2026-11-23 is a Monday.
    assertThat(TOKYO.due(Instant.parse("2026-11-23T00:00:00Z")).withWeekly()).isTrue();
    assertThat(TOKYO.dueWeekly(Instant.parse("2026-11-28T12:00:00Z")).day())
        .isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(TOKYO.dueWeekly(Instant.parse("2026-11-22T22:00:00Z")).day())
        .isEqualTo(LocalDate.of(2026, 11, 16));
  }

  @Test
  void each_day_has_exactly_one_period_where_clocks_are_put_forward_and_back() {
    // In London clocks jump from 01:00 to 02:00 on 2026-03-29, and back on 2026-10-25.
    DigestCalendar london =
        new DigestCalendar(ZoneId.of("Europe/London"), LocalTime.of(1, 30), DayOfWeek.SUNDAY);
    for (String start : List.of("2026-03-27T00:00:00Z", "2026-10-23T00:00:00Z")) {
      List<LocalDate> changes = new ArrayList<>();
      Instant moment = Instant.parse(start);
      Instant end = moment.plus(Duration.ofDays(5));
      for (; moment.isBefore(end); moment = moment.plusSeconds(600)) {
        LocalDate day = london.due(moment).day();
        if (changes.isEmpty() || !changes.getLast().equals(day)) {
          changes.add(day);
        }
      }
      assertThat(new HashSet<>(changes)).hasSameSizeAs(changes);
      assertThat(changes).isSorted().hasSize(6);
    }
  }

  @Test
  void clock_that_jumps_back_names_a_period_that_was_there_before() {
    Instant noon = Instant.parse("2026-11-24T03:00:00Z");
    assertThat(TOKYO.due(noon.minus(Duration.ofHours(2)))).isEqualTo(TOKYO.due(noon));
  }
}

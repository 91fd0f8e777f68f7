package dev.musubi.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.event.MatchState.FoundBy;
import dev.musubi.model.event.NeedState.Alerts.Frequency;
import dev.musubi.notifications.domain.Telling.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TellingTest {
  private static final Candidate STRONG = found(FoundBy.LISTING, true);

  @Test
  void strong_match_of_a_new_listing_is_told_at_once_to_who_asked_for_that() {
    assertThat(Telling.of(STRONG, Frequency.AT_ONCE, 1)).isEqualTo(new Telling.AtOnce());
  }

  @Test
  void what_exceeds_the_weekly_budget_waits_for_the_digest() {
    assertThat(Telling.of(STRONG, Frequency.AT_ONCE, 0)).isEqualTo(new Telling.InPageAndDigest());
  }

  @ParameterizedTest
  @EnumSource(names = {"DAILY", "WEEKLY"})
  void digest_readers_see_it_in_the_page_and_read_it_later(Frequency frequency) {
    assertThat(Telling.of(STRONG, frequency, 5)).isEqualTo(new Telling.InPageAndDigest());
  }

  @Test
  void who_wants_no_mail_sees_it_in_the_page() {
    assertThat(Telling.of(STRONG, Frequency.NEVER, 5)).isEqualTo(new Telling.InPage());
  }

  @ParameterizedTest
  @EnumSource
  void weak_match_is_not_told_until_it_becomes_strong(Frequency frequency) {
    assertThat(Telling.of(found(FoundBy.LISTING, false), frequency, 5))
        .isEqualTo(new Telling.Nothing());
  }

  @ParameterizedTest
  @EnumSource
  void match_of_a_new_need_belongs_to_its_first_list_however_weak(Frequency frequency) {
    assertThat(Telling.of(found(FoundBy.NEED, false), frequency, 0))
        .isEqualTo(new Telling.InFirstList());
  }

  @Test
  void match_of_a_need_whose_list_was_told_is_not_told_again() {
    Candidate later = new Candidate(true, false, true, FoundBy.NEED, false);
    assertThat(Telling.of(later, Frequency.AT_ONCE, 5)).isEqualTo(new Telling.Nothing());
  }

  @Test
  void rebuild_disturbs_nobody_at_once() {
    Candidate rebuilt = found(FoundBy.REBUILD, true);
    assertThat(Telling.of(rebuilt, Frequency.AT_ONCE, 5)).isEqualTo(new Telling.InDigest());
    assertThat(Telling.of(rebuilt, Frequency.NEVER, 5)).isEqualTo(new Telling.Nothing());
  }

  @Test
  void match_that_has_ended_or_was_answered_is_not_told() {
    Candidate ended = new Candidate(false, false, true, FoundBy.LISTING, true);
    Candidate answered = new Candidate(true, true, true, FoundBy.LISTING, true);
    assertThat(Telling.of(ended, Frequency.AT_ONCE, 5)).isEqualTo(new Telling.Nothing());
    assertThat(Telling.of(answered, Frequency.AT_ONCE, 5)).isEqualTo(new Telling.Nothing());
  }

  private static Candidate found(FoundBy by, boolean worthAlert) {
    return new Candidate(true, false, worthAlert, by, true);
  }
}

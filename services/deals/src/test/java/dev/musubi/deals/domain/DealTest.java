package dev.musubi.deals.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DealTest {
  private static final Instant OPENED = Instant.parse("2026-11-02T03:00:00Z");
  private static final Instant DUE = OPENED.plus(Duration.ofDays(14));
  private static final Instant NOW = OPENED.plus(Duration.ofDays(2));

  private static final Deal INQUIRY = inquiry(true);
  private static final Deal TALKS = INQUIRY.accepted(NOW);
  private static final Deal DECLINED = INQUIRY.declined(DeclineReason.TERMS, NOW);
  private static final Deal WITHDRAWN = INQUIRY.withdrawn(Side.SEEKER, NOW);
  private static final Deal CLOSED = TALKS.closed(Side.OWNER, CloseReason.PATENT_GONE, NOW);

  private static Deal inquiry(boolean anonymous) {
    return new Deal(
        UUID.randomUUID(),
        1,
        UUID.randomUUID(),
        null,
        null,
        UUID.randomUUID(),
        UUID.randomUUID(),
        null,
        anonymous,
        new Progress.Inquired(false),
        DUE,
        OPENED,
        OPENED);
  }

  private static void refuses(Deal deal, UnaryOperator<Deal> change, Refused reason) {
    assertThatThrownBy(() -> change.apply(deal))
        .isInstanceOfSatisfying(
            DealRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void every_change_makes_the_next_version_at_that_moment() {
    assertThat(TALKS.version()).isEqualTo(2);
    assertThat(TALKS.changedAt()).isEqualTo(NOW);
    assertThat(TALKS.openedAt()).isEqualTo(OPENED);
    assertThat(CLOSED.version()).isEqualTo(3);
    assertThat(CLOSED.progress())
        .isEqualTo(new Progress.Closed(CloseReason.PATENT_GONE, Side.OWNER, NOW));
  }

  @Test
  void inquiry_is_answered_or_withdrawn_once() {
    List<UnaryOperator<Deal>> ends =
        List.of(
            deal -> deal.accepted(NOW),
            deal -> deal.declined(DeclineReason.OTHER, NOW),
            deal -> deal.withdrawn(Side.SEEKER, NOW),
            deal -> deal.reminded(NOW));
    for (Deal deal : List.of(TALKS, DECLINED, WITHDRAWN, CLOSED)) {
      ends.forEach(end -> refuses(deal, end, new Refused.NoLongerAnInquiry()));
    }
  }

  @Test
  void owner_answers_an_inquiry_and_does_not_close_it() {
    refuses(
        INQUIRY, deal -> deal.closed(Side.OWNER, CloseReason.OTHER, NOW), new Refused.NotInTalks());
  }

  @Test
  void inquiry_that_its_firm_or_broker_closes_is_withdrawn() {
    for (Side side : List.of(Side.SEEKER, Side.BROKER)) {
      assertThat(INQUIRY.closed(side, CloseReason.NEED_GONE, NOW).progress())
          .isEqualTo(new Progress.Withdrawn(side, NOW));
    }
  }

  @Test
  void nothing_is_added_to_what_has_ended() {
    for (Deal deal : List.of(DECLINED, WITHDRAWN, CLOSED)) {
      refuses(deal, it -> it.written(NOW), new Refused.Ended());
      refuses(deal, it -> it.revealed(NOW), new Refused.Ended());
      refuses(deal, it -> it.closed(Side.SEEKER, CloseReason.OTHER, NOW), new Refused.Ended());
    }
  }

  @Test
  void name_is_told_once_and_stays_told() {
    Deal revealed = INQUIRY.revealed(NOW);
    assertThat(revealed.anonymous()).isFalse();
    assertThat(revealed.progress()).isEqualTo(INQUIRY.progress());
    assertThat(revealed.accepted(NOW).anonymous()).isFalse();
    refuses(revealed, it -> it.revealed(NOW), new Refused.NotAnonymous());
  }

  @Test
  void answer_is_overdue_only_while_it_is_awaited_and_after_its_day() {
    assertThat(INQUIRY.isOverdue(DUE)).isFalse();
    assertThat(INQUIRY.isOverdue(DUE.plusMillis(1))).isTrue();
    assertThat(INQUIRY.reminded(NOW).isOverdue(DUE.plusMillis(1))).isTrue();
    assertThat(TALKS.isOverdue(DUE.plusMillis(1))).isFalse();
  }

  @Test
  void message_keeps_how_far_the_deal_has_come() {
    assertThat(TALKS.written(NOW.plusSeconds(5)).progress()).isEqualTo(TALKS.progress());
    assertThat(INQUIRY.reminded(NOW).written(NOW).progress())
        .isEqualTo(new Progress.Inquired(true));
  }
}

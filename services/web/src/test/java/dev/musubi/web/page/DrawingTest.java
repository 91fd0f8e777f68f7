package dev.musubi.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private final Drawing drawing =
      new Drawing(Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC));

  @Test
  void today_stands_in_the_middle_of_a_right_that_is_half_over() {
    Drawing.Span span = span(LocalDate.of(2016, 11, 23), LocalDate.of(2036, 11, 23));
    assertThat(span.now()).isEqualTo(150);
    assertThat(span.rest()).isEqualTo(150);
    assertThat(span.from()).isEqualTo(2016);
    assertThat(span.to()).isEqualTo(2036);
  }

  @Test
  void the_word_for_today_stays_inside_of_the_picture() {
    Drawing.Span young = span(LocalDate.of(2026, 11, 22), LocalDate.of(2046, 11, 22));
    Drawing.Span over = span(LocalDate.of(2000, 1, 1), LocalDate.of(2020, 1, 1));
    assertThat(young.label()).isEqualTo(24);
    assertThat(over.now()).isEqualTo(300);
    assertThat(over.label()).isEqualTo(276);
  }

  @Test
  void a_right_whose_days_are_not_known_or_turned_round_is_not_drawn() {
    assertThat(drawing.span(null, LocalDate.of(2036, 1, 1))).isNull();
    assertThat(drawing.span(LocalDate.of(2016, 1, 1), null)).isNull();
    assertThat(drawing.span(LocalDate.of(2036, 1, 1), LocalDate.of(2016, 1, 1))).isNull();
  }

  @Test
  void one_row_among_many_thousands_is_still_a_sliver_that_can_be_seen() {
    var pieces = drawing.pieces(99_999, 0, 0, 1);
    assertThat(pieces).extracting(Drawing.Piece::width).containsExactly(100.0, 0.0, 0.0, 1.0);
  }

  @Test
  void pieces_lie_one_behind_the_other() {
    var pieces = drawing.pieces(50, 25, 25);
    assertThat(pieces).extracting(Drawing.Piece::x).containsExactly(0.0, 50.0, 75.0);
  }

  @Test
  void a_life_of_less_than_three_years_is_shown_as_ending() {
    Drawing.Life life = Objects.requireNonNull(drawing.life(LocalDate.of(2028, 11, 23)));
    assertThat(life.ending()).isTrue();
    assertThat(life.years()).isEqualTo(2);
  }

  private Drawing.Span span(LocalDate filedOn, LocalDate expiresOn) {
    return Objects.requireNonNull(drawing.span(filedOn, expiresOn));
  }
}

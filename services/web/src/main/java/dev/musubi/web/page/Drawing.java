package dev.musubi.web.page;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Numbers for small drawings. Templates know it as {@code @drawing}. */
@Component("drawing")
public final class Drawing {
  private static final double DAYS_A_YEAR = 365.25;
  private static final double LONGEST_LIFE = 20;
  private static final double SHORT = 3;
  private static final int SPAN = 300;

  private final Clock clock;

  Drawing(Clock clock) {
    this.clock = clock;
  }

  /** Remaining life of a right that ends on a day; null when the day is not known. */
  public @Nullable Life life(@Nullable LocalDate expiresOn) {
    if (expiresOn == null) {
      return null;
    }
    long days = ChronoUnit.DAYS.between(LocalDate.now(clock), expiresOn);
    return lifeOf(days / DAYS_A_YEAR);
  }

  /** Remaining life in years; null when it is not known. */
  public @Nullable Life lifeOf(@Nullable Double years) {
    if (years == null) {
      return null;
    }
    double left = Math.max(0, years);
    return new Life(
        (int) Math.floor(left),
        (int) Math.round(Math.min(1, left / LONGEST_LIFE) * 120),
        left < SHORT);
  }

  /**
   * A right on the line from its filing to its end, with today on it; null when a day is not known.
   */
  public @Nullable Span span(@Nullable LocalDate filedOn, @Nullable LocalDate expiresOn) {
    if (filedOn == null || expiresOn == null || !expiresOn.isAfter(filedOn)) {
      return null;
    }
    LocalDate today = LocalDate.now(clock);
    double whole = ChronoUnit.DAYS.between(filedOn, expiresOn);
    double past = Math.clamp(ChronoUnit.DAYS.between(filedOn, today) / whole, 0, 1);
    return new Span(
        filedOn.getYear(), expiresOn.getYear(), (int) Math.round(past * SPAN), today.getYear());
  }

  /** Parts of a whole as pieces of a bar of 100, each at least a sliver if it is not nothing. */
  public List<Piece> pieces(long... parts) {
    long whole = Math.max(1, LongStream.of(parts).sum());
    List<Piece> pieces = new ArrayList<>();
    double x = 0;
    for (long part : parts) {
      double width = part == 0 ? 0 : Math.max(1, 100.0 * part / whole);
      pieces.add(new Piece(Math.round(x * 10) / 10.0, Math.round(width * 10) / 10.0));
      x += width;
    }
    return pieces;
  }

  /** Length of the coloured part of a ring of radius 15.9, whose circumference is 100. */
  public String ring(int percent) {
    return percent + " " + (100 - percent);
  }

  /**
   * A right from its filing to its end.
   *
   * @param now where today is, of 300
   */
  public record Span(int from, int to, int now, int year) {
    /** Where the word for today stands, so that it stays inside of the picture. */
    public int label() {
      return Math.clamp(now, 24, SPAN - 24);
    }

    /** What is left. */
    public int rest() {
      return SPAN - now;
    }
  }

  /** A piece of a bar. */
  public record Piece(double x, double width) {}

  /**
   * Remaining life for drawing.
   *
   * @param years whole years left
   * @param width of the bar, of 120 for twenty years
   * @param ending true when less than three years are left
   */
  public record Life(int years, int width, boolean ending) {}
}

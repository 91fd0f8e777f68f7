package dev.musubi.matching.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How choosy a need must be so that about as many alerts come as its people want. The share of
 * arriving listings that may alert is the wanted number over the number that arrives; what came too
 * much or too little in the last four weeks is made up for within about a week, with small numbers
 * sooner: chance moves them by more of themselves. One week never brings more than twice the
 * number, but for what is far better than what fills it, and never more than four times.
 *
 * @param budget alerts a week that are wanted; 0: none
 * @param arrivalsPerWeek listings that come on offer in a week
 * @param since when the need began to wait
 */
public record AlertPace(int budget, double arrivalsPerWeek, Instant since) {
  public static final Duration WINDOW = Duration.ofDays(28);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final double SLOWEST = 0.1;
  private static final double FASTEST = 4;

  /** A week's number differs by chance by its root: of one a week, one more is all of it. */
  private static final double CATCH_UP_OF_ONE = 3;

  private static final double FEW_OF_A_WEEK = 0.25;
  private static final int MOST = 2;
  private static final int EVER = 4;

  /** Where only some listings lie, one must be among the best tenth, or the best three. */
  private static final double BEST = 0.1;

  private static final double BEST_FEW = 3;

  /** Whether a listing that stands at this share may alert now. */
  public boolean allows(double share, int sampled, List<Instant> sent, Instant now) {
    if (budget <= 0) {
      return false;
    }
    var best = Math.max(BEST, BEST_FEW / (sampled + 1));
    var week = count(sent, now.minus(WEEK));
    return share <= Math.min(best, share(sent, now))
        && (week < MOST * budget || (week < EVER * budget && share <= outstanding()));
  }

  /** The share of arrivals that may alert now. */
  double share(List<Instant> sent, Instant now) {
    var from = since.isAfter(now.minus(WINDOW)) ? since : now.minus(WINDOW);
    var weeks = Math.max(0, Duration.between(from, now).toMillis() / (double) WEEK.toMillis());
    var wanted = budget + catchUp() * (budget * weeks - count(sent, from));
    return Math.clamp(wanted, SLOWEST * budget, FASTEST * budget) / Math.max(arrivalsPerWeek, 0.1);
  }

  /** How much sooner than within a week what came too much or too little is made up for. */
  private double catchUp() {
    return Math.max(1, CATCH_UP_OF_ONE / Math.sqrt(budget));
  }

  /** So good that few of a week's alerts are: no full week keeps it back. */
  private double outstanding() {
    return FEW_OF_A_WEEK * budget / Math.max(arrivalsPerWeek, FASTEST * budget);
  }

  private static long count(List<Instant> sent, Instant after) {
    return sent.stream().filter(it -> it.isAfter(after)).count();
  }
}

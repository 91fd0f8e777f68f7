package dev.musubi.matching.scoring;

import java.util.Map;

/**
 * A document with its fused score.
 *
 * @param fused sum of normalised scores; about 1 for the best of the question's first list
 * @param legs normalised score of each leg that took part
 */
public record Scored(String id, double fused, Map<String, Double> legs) {
  private static final double LINEAR_UNTIL = 0.9;

  public Scored {
    legs = Map.copyOf(legs);
  }

  /** Between 0 and 1, in the order of {@link #fused}: what exceeds .9 is pressed together. */
  public static double shown(double fused) {
    if (fused <= LINEAR_UNTIL) {
      return Math.max(0, fused);
    }
    var rest = 1 - LINEAR_UNTIL;
    return LINEAR_UNTIL + rest * (1 - Math.exp(-(fused - LINEAR_UNTIL) / rest));
  }
}

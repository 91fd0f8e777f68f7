package dev.musubi.bench.alerts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What share of the alerts is right when one bar over all pairs lets so many of the right ones by.
 */
final class PrecisionCurve {
  private final List<Point> points = new ArrayList<>();

  private record Point(double recall, double precision) {}

  /** A pair by what is compared with the bar. */
  record Pair(double score, boolean answer) {}

  private PrecisionCurve() {}

  static PrecisionCurve of(List<Pair> pairs) {
    var curve = new PrecisionCurve();
    var all = pairs.stream().filter(Pair::answer).count();
    var taken = 0;
    var right = 0;
    for (var pair : pairs.stream().sorted(Comparator.comparingDouble(it -> -it.score())).toList()) {
      taken++;
      if (pair.answer()) {
        right++;
        curve.points.add(new Point(right / (double) all, right / (double) taken));
      }
    }
    return curve;
  }

  /** At the highest bar that reaches this recall; 0 when none does. */
  double at(double recall) {
    return points.stream()
        .filter(it -> it.recall() >= recall - 1e-9)
        .findFirst()
        .map(Point::precision)
        .orElse(0.0);
  }
}

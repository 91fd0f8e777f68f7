package dev.musubi.bench.load;

import dev.musubi.bench.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How the cost grows from one number of listings to the next: as the power of the number that
 * explains it. Below 1 a ten times larger market costs less than ten times as much; n log n is 1.1
 * from ten thousand to a million.
 */
final class Growth {
  private final List<Step> steps = new ArrayList<>();

  /**
   * What one number of listings costs.
   *
   * @param median milliseconds of need to listings with reasons, as {@code p95}
   * @param bare median of the bare request
   * @param megabytes index of listings on disk
   * @param seconds to fill it, or 0 when it stood there already
   */
  record Step(
      int listings, double median, double p95, double bare, long megabytes, double seconds) {}

  /** The next larger one. */
  void add(Step step) {
    steps.add(step);
  }

  /** A line for each figure, or nothing for a single number of listings. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    if (steps.size() > 1) {
      lines.add(Texts.of("growth.head", numbers()));
      lines.add(line("growth.median", Step::median));
      lines.add(line("growth.p95", Step::p95));
      lines.add(line("growth.bare", Step::bare));
      lines.add(line("growth.disk", it -> (double) it.megabytes()));
      lines.add(line("growth.fill", Step::seconds));
    }
    return lines;
  }

  private String numbers() {
    return String.join(" → ", steps.stream().map(it -> "%,d".formatted(it.listings())).toList());
  }

  private String line(String what, ToDoubleFunction<Step> figure) {
    var words = new StringBuilder();
    for (var i = 0; i < steps.size(); i++) {
      var now = figure.applyAsDouble(steps.get(i));
      if (i > 0) {
        var before = figure.applyAsDouble(steps.get(i - 1));
        var more = (double) steps.get(i).listings() / steps.get(i - 1).listings();
        words.append(
            now > 0 && before > 0 ? " (n^%.2f) → ".formatted(power(more, now / before)) : " → ");
      }
      words.append("%.0f".formatted(now));
    }
    return "  " + Texts.of(what, words);
  }

  /**
   * The exponent.
   *
   * @param more how many times as many listings
   * @param dearer how many times the cost
   */
  static double power(double more, double dearer) {
    return Math.log(dearer) / Math.log(more);
  }
}

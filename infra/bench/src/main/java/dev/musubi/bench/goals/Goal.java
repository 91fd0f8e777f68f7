package dev.musubi.bench.goals;

import java.util.Locale;

/**
 * What a ratio, or a figure without counterpart, should be.
 *
 * @param least true: at least the bound; false: at most
 */
record Goal(boolean least, double bound) {
  static Goal atLeast(double bound) {
    return new Goal(true, bound);
  }

  static Goal atMost(double bound) {
    return new Goal(false, bound);
  }

  boolean isMet(double figure) {
    return least ? figure >= bound : figure <= bound;
  }

  @Override
  public String toString() {
    return (least ? "≥ " : "≤ ") + String.format(Locale.ROOT, bound < 10 ? "%.2f" : "%.0f", bound);
  }
}

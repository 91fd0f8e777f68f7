package dev.musubi.bench.goals;

import dev.musubi.bench.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The figures for people. */
final class GoalsTable {
  private final PrintWriter out;

  GoalsTable(PrintWriter out) {
    this.out = out;
  }

  void print(Machine machine, List<Measured> rows) {
    line(machine.toString());
    for (var row : rows) {
      line("");
      line(row.row());
      if (row.failure() != null) {
        line("  " + Texts.of("goals.failed", row.failure()));
      }
      row.figures().forEach(this::print);
    }
    line("");
    line(Texts.of("goals.elsewhere"));
    out.flush();
  }

  private void print(Figure figure) {
    line("  " + Texts.of("goals.figure." + figure.what()));
    var unit = Texts.of("goals.unit." + figure.unit());
    var spread = figure.spread();
    var verdict = Texts.of(figure.isMet() ? "goals.met" : "goals.missed");
    if (figure.hasCounterpart()) {
      line(
          "    %s %s, %s %s %s: %.3f (%.3f … %.3f)   %s  %s",
          number(middle(figure.product())),
          unit,
          Texts.of("goals.bare"),
          number(middle(figure.bare())),
          unit,
          spread.median(),
          spread.least(),
          spread.most(),
          figure.goal(),
          verdict);
    } else {
      line(
          "    %s %s (%s … %s)   %s  %s",
          number(spread.median()),
          unit,
          number(spread.least()),
          number(spread.most()),
          figure.goal(),
          verdict);
    }
  }

  static double middle(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** With as many places as mean something. */
  static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }

  private void line(String format, Object... values) {
    out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
  }
}

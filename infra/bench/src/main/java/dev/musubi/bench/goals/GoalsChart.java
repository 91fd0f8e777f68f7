package dev.musubi.bench.goals;

import dev.musubi.bench.Texts;
import java.util.List;
import java.util.Locale;

/**
 * The figures as a picture (SVG): how each stands to its goal, which is the line in the middle, on
 * a logarithmic scale from a tenth of what is wanted to ten times as good. To the right of the line
 * is better, whichever way the goal goes.
 */
final class GoalsChart {
  private static final int WIDTH = 760;
  private static final int LABEL = 330;
  private static final int ROW = 34;
  private static final int TOP = 44;

  private GoalsChart() {}

  static String of(List<Measured> rows) {
    var figures = rows.stream().flatMap(it -> it.figures().stream()).toList();
    var height = TOP + ROW * figures.size() + 16;
    var svg = new StringBuilder();
    svg.append(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"13\">\n<title>%s</title>\n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n")
            .formatted(WIDTH, height, escaped(Texts.of("goals.chart"))));
    svg.append(
        "<text x=\"%d\" y=\"24\" text-anchor=\"middle\" fill=\"#444\">%s</text>\n"
            .formatted(middle(), escaped(Texts.of("goals.chart.goal"))));
    for (var i = 0; i < figures.size(); i++) {
      svg.append(bar(figures.get(i), TOP + ROW * i));
    }
    svg.append(
        "<line x1=\"%1$d\" y1=\"32\" x2=\"%1$d\" y2=\"%2$d\" stroke=\"#444\"/>\n</svg>\n"
            .formatted(middle(), height - 8));
    return svg.toString();
  }

  private static int middle() {
    return LABEL + (WIDTH - LABEL) / 2;
  }

  private static String bar(Figure figure, int top) {
    var spread = figure.spread();
    var better = times(figure, spread.median());
    var from = Math.min(place(better), middle());
    var to = Math.max(place(better), middle());
    var shown = GoalsTable.number(spread.median()) + " (" + figure.goal() + ")";
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#1a1a1a\">%s</text>%n"
            + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"18\" rx=\"2\" fill=\"%s\"/>%n"
            + "<text x=\"%d\" y=\"%d\" fill=\"#1a1a1a\">%s</text>%n",
        LABEL - 8,
        top + 14,
        escaped(Texts.of("goals.short." + figure.what())),
        from,
        top,
        Math.max(1, to - from),
        figure.isMet() ? "#0017c1" : "#d6402b",
        to + 6,
        top + 14,
        escaped(shown));
  }

  /** How many times as good as wanted. */
  private static double times(Figure figure, double value) {
    var goal = figure.goal();
    return goal.least() ? value / goal.bound() : goal.bound() / Math.max(value, 1e-9);
  }

  private static int place(double times) {
    var half = (WIDTH - LABEL) / 2 - 110;
    return middle() + (int) Math.round(half * Math.clamp(Math.log10(times), -1, 1));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

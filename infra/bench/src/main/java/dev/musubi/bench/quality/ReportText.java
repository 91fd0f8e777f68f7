package dev.musubi.bench.quality;

import dev.musubi.bench.Texts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for people. */
final class ReportText {
  private final PrintWriter out;

  ReportText(PrintWriter out) {
    this.out = out;
  }

  void print(QualityReport report) {
    out.println(Texts.of("report.collection", report.documents(), report.questions()));
    report.notes().forEach(it -> out.println("  " + it));
    out.println();
    line("%-12s %8s %11s %8s   %-28s %6s", "", "nDCG@10", "recall@100", "MRR", heading(), "×");
    report.rankings().forEach(this::print);
    if (!report.slices().isEmpty()) {
      slices(report);
    }
    out.flush();
  }

  /** One line a collection: nDCG@10 of each ranking, then how far the whole reaches. */
  void table(Map<String, QualityReport> reports) {
    var names = reports.values().iterator().next().rankings().keySet();
    var heads = names.stream().map("%11s"::formatted).collect(Collectors.joining());
    line("%-34s %5s%s  %10s %11s", "nDCG@10", "n", heads, "×text", "recall@100");
    reports.forEach(
        (name, it) -> {
          var figures = it.rankings().values();
          var last = it.rankings().lastEntry().getValue();
          var base = last.mean().ndcg() - last.overText().mean();
          var cells =
              figures.stream()
                  .map(each -> "%11.4f".formatted(each.mean().ndcg()))
                  .collect(Collectors.joining());
          var ratio = base > 0 ? "%10.3f".formatted(last.mean().ndcg() / base) : "         –";
          line("%-34s %5d%s  %s %11.4f", name, it.questions(), cells, ratio, last.mean().recall());
        });
  }

  private static String heading() {
    return Texts.of("report.over-text");
  }

  private void print(String name, QualityReport.Figures it) {
    var over = it.overText();
    var base = it.mean().ndcg() - over.mean();
    var difference =
        name.equals("text")
            ? ""
            : "%+.4f  [%+.4f, %+.4f]".formatted(over.mean(), over.low(), over.high());
    var ratio = base > 0 && !name.equals("text") ? "%.3f".formatted(it.mean().ndcg() / base) : "";
    line(
        "%-12s %8.4f %11.4f %8.4f   %-28s %6s",
        name, it.mean().ndcg(), it.mean().recall(), it.mean().reciprocalRank(), difference, ratio);
  }

  private void slices(QualityReport report) {
    var names = report.rankings().keySet();
    var whole = names.contains(QualityReport.FINAL) ? QualityReport.FINAL : QualityReport.FUSED;
    var compared = names.contains(whole) && names.size() > 1;
    out.println();
    line(
        "%-12s %5s %s %s",
        Texts.of("report.slice"),
        "n",
        names.stream().map("%11s"::formatted).collect(Collectors.joining()),
        compared ? "  " + Texts.of("report.over-best", whole) : "");
    report
        .slices()
        .forEach(
            (slice, it) ->
                line(
                    "%-12s %5d %s %s",
                    slice.name().toLowerCase(Locale.ROOT),
                    it.questions(),
                    it.ndcg().values().stream()
                        .map("%11.4f"::formatted)
                        .collect(Collectors.joining()),
                    compared ? "  %.3f".formatted(it.overBestLeg(whole)) : ""));
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}

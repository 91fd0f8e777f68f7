package dev.musubi.bench.quality;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report for programs. */
final class ReportJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ReportJson() {}

  /** One report as it is; several by the names of their collections. */
  static ObjectNode of(Map<String, QualityReport> reports) {
    if (reports.size() == 1) {
      return of(reports.values().iterator().next());
    }
    var json = MAPPER.createObjectNode();
    reports.forEach((name, it) -> json.set(name, of(it)));
    return json;
  }

  private static ObjectNode of(QualityReport report) {
    var json = MAPPER.createObjectNode();
    json.put("documents", report.documents()).put("questions", report.questions());
    var rankings = json.putObject("rankings");
    report.rankings().forEach((name, it) -> write(rankings.putObject(name), it));
    var slices = json.putObject("slices");
    report
        .slices()
        .forEach(
            (slice, it) -> {
              var node = slices.putObject(slice.name().toLowerCase(Locale.ROOT));
              node.put("questions", it.questions());
              it.ndcg().forEach(node.putObject("ndcg@10")::put);
            });
    report.notes().forEach(json.putArray("notes")::add);
    return json;
  }

  private static void write(ObjectNode node, QualityReport.Figures it) {
    node.put("ndcg@10", it.mean().ndcg());
    node.put("recall@100", it.mean().recall());
    node.put("mrr", it.mean().reciprocalRank());
    node.putObject("ndcg@10OverText")
        .put("mean", it.overText().mean())
        .put("low", it.overText().low())
        .put("high", it.overText().high());
  }
}

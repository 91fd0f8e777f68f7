package dev.musubi.bench.goals;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures for programs: every number of every round. */
final class GoalsJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private GoalsJson() {}

  static String of(Machine machine, List<Measured> rows) {
    var json = MAPPER.createObjectNode();
    json.putPOJO("machine", machine);
    var all = json.putArray("rows");
    for (var row : rows) {
      var one = all.addObject().put("row", row.row());
      if (row.failure() != null) {
        one.put("failure", row.failure());
      }
      row.figures().forEach(figure -> add(figure, one.withArray("figures").addObject()));
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static void add(Figure figure, ObjectNode json) {
    json.put("figure", figure.what()).put("unit", figure.unit());
    numbers(json.putArray("product"), figure.product());
    numbers(json.putArray("bare"), figure.bare());
    numbers(json.putArray("ratios"), figure.ratios());
    var spread = figure.spread();
    json.put("median", spread.median()).put("least", spread.least()).put("most", spread.most());
    json.put("goal", figure.goal().toString()).put("met", figure.isMet());
  }

  private static void numbers(ArrayNode array, List<Double> numbers) {
    numbers.forEach(array::add);
  }
}

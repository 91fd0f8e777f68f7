package dev.musubi.matching.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How many listings each further narrowing would leave. A facet is counted without its own filter,
 * so that its other values stay to be chosen.
 */
public final class Facets {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Map<String, String> FIELDS =
      Map.of("licence", "licence", "prefecture", "prefecture", "field", "field", "ipc", "ipc_path");
  private static final int SUBCLASS = 4;
  private static final int[] YEARS = {0, 3, 5, 10};

  private Facets() {}

  /** A value to narrow by. */
  public record Value(String value, long count) {}

  /**
   * The request: counts and the total.
   *
   * @param found what the words alone find
   */
  public static ObjectNode request(
      List<JsonNode> found, Map<String, JsonNode> filters, LocalDate today) {
    var body = MAPPER.createObjectNode();
    body.put("size", 0).put("track_total_hits", true);
    body.set("query", all(found));
    body.set("post_filter", all(List.copyOf(filters.values())));
    var facets = body.putObject("aggs");
    FIELDS.forEach(
        (facet, field) -> counted(facets, facet, filters).set("values", terms(facet, field)));
    var remaining = counted(facets, "remaining", filters);
    remaining.set("values", years(today));
    return body;
  }

  private static ObjectNode counted(
      ObjectNode facets, String facet, Map<String, JsonNode> filters) {
    var others = new LinkedHashMap<>(filters);
    others.remove(facet);
    var node = facets.putObject(facet);
    node.set("filter", all(List.copyOf(others.values())));
    return node.putObject("aggs");
  }

  private static ObjectNode terms(String facet, String field) {
    var node = MAPPER.createObjectNode();
    var terms = node.putObject("terms").put("field", field).put("size", 50);
    if (facet.equals("ipc")) {
      terms.put("include", "[A-H][0-9]{2}[A-Z]").put("size", 30);
    }
    return node;
  }

  private static ObjectNode years(LocalDate today) {
    var node = MAPPER.createObjectNode();
    var ranges =
        node.putObject("date_range")
            .put("field", "expires_on")
            .put("format", "yyyy-MM-dd")
            .putArray("ranges");
    for (var i = 0; i < YEARS.length; i++) {
      var range = ranges.addObject().put("key", key(i));
      range.put("from", today.plusYears(YEARS[i]).toString());
      if (i + 1 < YEARS.length) {
        range.put("to", today.plusYears(YEARS[i + 1]).toString());
      }
    }
    return node;
  }

  private static String key(int i) {
    return YEARS[i] + "-" + (i + 1 < YEARS.length ? String.valueOf(YEARS[i + 1]) : "");
  }

  /** Every clause must hold. */
  static ObjectNode all(List<? extends JsonNode> clauses) {
    var query = MAPPER.createObjectNode();
    if (clauses.isEmpty()) {
      query.putObject("match_all");
      return query;
    }
    var filter = query.putObject("bool").putArray("filter");
    clauses.forEach(filter::add);
    return query;
  }

  /** The answer, values with listings alone. */
  public static Map<String, List<Value>> read(JsonNode answer) {
    var facets = new LinkedHashMap<String, List<Value>>();
    for (var facet : List.of("licence", "prefecture", "field", "ipc", "remaining")) {
      var values = new ArrayList<Value>();
      for (var bucket : answer.path("aggregations").path(facet).path("values").path("buckets")) {
        var value = bucket.path("key").asString();
        var count = bucket.path("doc_count").asLong();
        if (count > 0 && (!facet.equals("ipc") || value.length() == SUBCLASS)) {
          values.add(new Value(value, count));
        }
      }
      facets.put(facet, values);
    }
    return facets;
  }

  /** How many listings there are under all filters. */
  public static long total(JsonNode answer) {
    return answer.path("hits").path("total").path("value").asLong();
  }
}

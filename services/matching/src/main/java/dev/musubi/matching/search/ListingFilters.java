package dev.musubi.matching.search;

import dev.musubi.model.Ipc;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody narrows a search by. Values of one facet are alternatives, facets must all hold.
 *
 * @param ipc classes at any level, as they are written: "B07C", "B07C 5/34"
 * @param remainingYearsMin years that the right must still live
 */
public record ListingFilters(
    List<String> licence,
    List<String> prefecture,
    List<String> field,
    List<String> ipc,
    @Nullable Integer remainingYearsMin) {
  private static final JsonMapper MAPPER = new JsonMapper();

  public ListingFilters {
    licence = List.copyOf(licence);
    prefecture = List.copyOf(prefecture);
    field = List.copyOf(field);
    ipc = List.copyOf(ipc);
  }

  /** The clause of each facet that is narrowed by. */
  public Map<String, JsonNode> clauses(LocalDate today) {
    var clauses = new LinkedHashMap<String, JsonNode>();
    terms(clauses, "licence", "licence", licence);
    terms(clauses, "prefecture", "prefecture", prefecture);
    terms(clauses, "field", "field", field);
    terms(clauses, "ipc", "ipc_path", ipc.stream().map(ListingFilters::canonical).toList());
    var years = remainingYearsMin;
    if (years != null) {
      var clause = MAPPER.createObjectNode();
      var least = today.plusYears(years).toString();
      clause.putObject("range").putObject("expires_on").put("gte", least);
      clauses.put("remaining", clause);
    }
    return clauses;
  }

  private static String canonical(String written) {
    var whole = Ipc.tryParse(written).map(Ipc::code);
    return whole.orElseGet(() -> written.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
  }

  private static void terms(
      Map<String, JsonNode> clauses, String facet, String field, List<String> values) {
    if (!values.isEmpty()) {
      ObjectNode clause = MAPPER.createObjectNode();
      values.forEach(clause.putObject("terms").putArray(field)::add);
      clauses.put(facet, clause);
    }
  }
}

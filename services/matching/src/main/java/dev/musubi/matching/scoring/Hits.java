package dev.musubi.matching.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests that want nothing of a document but its id and score. The id comes from the column of
 * that field: Elasticsearch's own {@code _id} lies with the stored texts, which would have to be
 * unpacked for each of some hundred hits (a quarter of the time of such a request).
 */
final class Hits {
  private static final String ID = "id";
  private static final JsonMapper MAPPER = new JsonMapper();

  private Hits() {}

  /** A request for so many hits; what is searched is to be added. */
  static ObjectNode request(int size) {
    var body = MAPPER.createObjectNode();
    body.put("size", size).put("stored_fields", "_none_").put("track_total_hits", false);
    body.putArray("docvalue_fields").add(ID);
    return body;
  }

  /**
   * Scores of given documents by a query, 0 for those that it does not find. The query must not be
   * asked for: led by the ids the engine looks at these documents alone, led by many words it walks
   * through all that have one of them, which took twice as long.
   */
  static ObjectNode scores(JsonNode query, Collection<String> ids) {
    var body = request(ids.size());
    var bool = body.putObject("query").putObject("bool");
    bool.putArray("filter").add(TextQuery.ids(ids));
    bool.putArray("should").add(query);
    return body;
  }

  /** What such a request found, best first. */
  static List<Candidate> candidates(JsonNode answer) {
    var found = new ArrayList<Candidate>();
    for (var hit : answer.path("hits").path("hits")) {
      var id = hit.path("fields").path(ID).path(0).asString();
      found.add(new Candidate(id, hit.path("_score").asDouble()));
    }
    // Equal scores come in the order of the segments, which a merge changes.
    found.sort(Comparator.comparingDouble(Candidate::raw).reversed().thenComparing(Candidate::id));
    return found;
  }
}

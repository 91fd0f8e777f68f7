package dev.musubi.matching.scoring;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The vector leg's requests as Elasticsearch wants them. */
final class VectorQuery {
  private static final JsonMapper MAPPER = new JsonMapper();

  private VectorQuery() {}

  /**
   * The nearest documents of the same model.
   *
   * @param visited how many neighbours are looked at; a filter that leaves fewer is scanned exactly
   */
  static ObjectNode search(VectorLeg.Meaning meaning, int size, int visited, Filter filter) {
    var body = Hits.request(size);
    // As a query and not as a section of its own, which would be a phase more for each request.
    var knn = nearest(body.putObject("query").putObject("knn"), meaning, size, visited);
    filter.clauses().forEach(knn.withArray("filter")::add);
    return body;
  }

  /** Documents near enough to be counted as found, whatever their words. */
  static ObjectNode found(VectorLeg.Meaning meaning, VectorSettings settings) {
    var query = MAPPER.createObjectNode();
    var most = settings.foundMost();
    nearest(query.putObject("knn"), meaning, most, settings.candidates(most))
        .put("similarity", settings.foundCosine());
    return query;
  }

  private static ObjectNode nearest(ObjectNode knn, VectorLeg.Meaning meaning, int k, int visited) {
    knn.put("field", "vector").put("k", k).put("num_candidates", visited);
    var numbers = knn.putArray("query_vector");
    for (var number : meaning.vector()) {
      numbers.add(number);
    }
    // Vectors of two models say nothing to each other.
    knn.putArray("filter").addObject().putObject("term").put("vector_model", meaning.model());
    return knn;
  }
}

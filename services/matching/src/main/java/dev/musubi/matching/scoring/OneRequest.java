package dev.musubi.matching.scoring;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The very queries of the legs as one bare request, whose scores the engine sums as they are. It
 * ranks worse than the product and gives no reasons; what the product takes longer is the price of
 * both, and the benches measure it.
 */
public final class OneRequest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private OneRequest() {}

  /** The best documents by the plain sum of what the legs ask. */
  public static ObjectNode of(Asked asked, int size) {
    var body = MAPPER.createObjectNode();
    body.put("size", size).put("_source", false).put("track_total_hits", false);
    var should = body.putObject("query").putObject("bool").putArray("should");
    for (var question : asked.prepared().values()) {
      switch (question) {
        case TextLeg.Words words when !words.terms().isEmpty() ->
            should.add(TextQuery.search(words, size, List.of()).path("query"));
        case DictionaryLeg.Words words when words.seen() ->
            should.add(DictionaryQuery.query(words.ofToday(), List.of()));
        case VectorLeg.Meaning meaning when !meaning.isEmpty() -> {
          var visited = VectorSettings.shipped().candidates(size);
          var request = VectorQuery.search(meaning, size, visited, Filter.NONE);
          body.set("knn", request.at("/query/knn"));
        }
        default -> {
          // It has nothing to ask.
        }
      }
    }
    return body;
  }
}

package dev.musubi.e2e.faults.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What searches see. */
final class Index {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** What Elasticsearch gives at once; no run makes so many. */
  private static final int MOST = 10_000;

  private final URI elasticsearch;

  Index(URI elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /** What should be there with what is; both ways, so also what is there and should not be. */
  List<Facts.Document> compare(List<Facts.Document> wanted) {
    var visible = Map.of("listings", visible("listings"), "needs", visible("needs"));
    return wanted.stream()
        .map(
            it ->
                new Facts.Document(
                    it.index(),
                    it.id(),
                    it.wanted(),
                    visible.getOrDefault(it.index(), Map.of()).getOrDefault(it.id(), -1L)))
        .toList();
  }

  private Map<String, Long> visible(String index) {
    var found = new HashMap<String, Long>();
    for (var hit : search(index)) {
      found.put(hit.path("_id").asString(), hit.path("_version").asLong());
    }
    return found;
  }

  private JsonNode search(String index) {
    var body =
        """
        {"size": %d, "_source": false, "version": true,
         "query": {"bool": {"must_not": {"term": {"removed": true}}}}}
        """
            .formatted(MOST);
    var request =
        HttpRequest.newBuilder(elasticsearch.resolve("/musubi-" + index + "/_search"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      var answer = HTTP.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
      return JsonMapper.shared().readTree(answer.body()).at("/hits/hits");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}

package dev.musubi.bench.goals;

import dev.musubi.matching.search.ListingDocument;
import dev.musubi.matching.search.MatchingIndices;
import dev.musubi.model.event.ListingState;
import dev.musubi.search.LogicalIndex;
import dev.musubi.search.SearchEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documents of a copy's open listings, as the product makes them, vectors and all, and a bare
 * bulk load of them.
 */
final class FinishedDocuments {
  private static final int BULK = 500;
  private static final int MOST_SAMPLES = 500;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI server;
  private final LogicalIndex index;
  private final List<ObjectNode> documents;

  private FinishedDocuments(URI server, LogicalIndex index, List<ObjectNode> documents) {
    this.server = server;
    this.index = index;
    this.documents = documents;
  }

  /** Reads listings from the database, and what a model made of them from the index. */
  static FinishedDocuments read(MeasuredCopy copy, SearchEngine engine) throws Exception {
    var server = copy.elasticsearchAddress();
    var made = inIndex(server);
    var documents = new ArrayList<ObjectNode>();
    for (var state : states(copy)) {
      var document = ListingDocument.of(state, null, LocalDate.now());
      var known = made.path(state.id().toString());
      for (var name : List.of("vector", "vector_model", "sentences", "sentences_model")) {
        if (known.has(name)) {
          document.set(name, known.get(name));
        }
      }
      documents.add(document);
    }
    if (documents.isEmpty() || !documents.getFirst().has("vector")) {
      throw new IOException("The index gives no vectors");
    }
    return new FinishedDocuments(
        server, MatchingIndices.of(engine, "bare").listings(), List.copyOf(documents));
  }

  private static List<ListingState> states(MeasuredCopy copy) throws SQLException {
    var states = new ArrayList<ListingState>();
    try (var connection = copy.database();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT state FROM matching.listing WHERE open")) {
      while (row.next()) {
        states.add(JSON.readValue(row.getString(1), ListingState.class));
      }
    }
    return states;
  }

  private static JsonNode inIndex(URI server) throws IOException, InterruptedException {
    var body = JSON.createObjectNode();
    body.put("size", MOST_SAMPLES);
    body.putObject("_source").put("exclude_vectors", false);
    var found = post(server.resolve("/musubi-listings/_search"), body.toString());
    var documents = JSON.createObjectNode();
    found
        .at("/hits/hits")
        .forEach(it -> documents.set(it.path("_id").asString(), it.get("_source")));
    return documents;
  }

  /** Seconds that so many documents take, until searches would find them. */
  double load(int number) throws IOException, InterruptedException {
    index.ensure();
    var generation = index.startGeneration();
    var seconds = 0.0;
    for (var from = 0; from < number; from += BULK) {
      // What is finished beforehand need not all lie in memory.
      var bulk = bulk(from, Math.min(number, from + BULK));
      var begun = System.nanoTime();
      post(server.resolve("/" + generation + "/_bulk"), bulk);
      seconds += Watch.seconds(begun);
    }
    var begun = System.nanoTime();
    post(server.resolve("/" + generation + "/_refresh"), "");
    seconds += Watch.seconds(begun);
    index.dropOthers(null);
    return seconds;
  }

  private String bulk(int from, int to) {
    var lines = new StringBuilder();
    for (var i = from; i < to; i++) {
      var id = UUID.randomUUID().toString();
      var document = documents.get(i % documents.size()).put("id", id);
      lines.append("{\"index\":{\"_id\":\"").append(id).append("\"}}\n");
      lines.append(document).append('\n');
    }
    return lines.toString();
  }

  private static JsonNode post(URI address, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    var answer = Person.HTTP.send(request, BodyHandlers.ofString());
    var told = JSON.readTree(answer.body());
    if (answer.statusCode() >= 300 || told.path("errors").asBoolean(false)) {
      throw new IOException(address.getPath() + " answers " + answer.body());
    }
    return told;
  }
}

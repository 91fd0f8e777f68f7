package dev.musubi.bench.goals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public API of a copy, as one person uses it.
 *
 * @param address of the door
 * @param token lives for some minutes
 */
record Person(URI address, String token) {
  static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * What was answered.
   *
   * @param etag version of what was made or moved
   */
  record Answer(JsonNode body, String etag) {
    String id() {
      return body.path("id").asString("");
    }
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  Answer create(String path, String json) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(json)));
  }

  /** Moves something on that is at this version. */
  Answer move(String path, String etag) throws IOException, InterruptedException {
    return send(request(path).header("If-Match", etag).POST(BodyPublishers.noBody()));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(PATIENCE)
        .header("Accept-Language", "en")
        .header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = HTTP.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(
          answer.uri() + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return new Answer(
        JsonMapper.shared().readTree(answer.body()),
        answer.headers().firstValue("ETag").orElse(""));
  }
}

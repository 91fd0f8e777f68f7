package dev.musubi.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./musubi reindex} and its like ask for, without waiting for its end. */
public final class ProductOperator {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Tokens live for ten minutes; who asks for one too often is refused. */
  private static final Duration TOKEN_USED = Duration.ofMinutes(5);

  private final RunningProduct product;
  private String token = "";
  private Instant until = Instant.MIN;

  public ProductOperator(RunningProduct product) {
    this.product = product;
  }

  /**
   * Asks a service for something.
   *
   * @param path below {@code /internal}
   * @throws IOException when it was not taken
   */
  public JsonNode ask(String service, String path) throws IOException, InterruptedException {
    return answer(
        request(service, path)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.noBody()));
  }

  /** Reads how something stands. */
  public JsonNode look(String service, String path) throws IOException, InterruptedException {
    return answer(request(service, path).GET());
  }

  private HttpRequest.Builder request(String service, String path)
      throws IOException, InterruptedException {
    return HttpRequest.newBuilder(inner(service, path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token());
  }

  private synchronized String token() throws IOException, InterruptedException {
    if (Instant.now().isBefore(until)) {
      return token;
    }
    var secret = "cli:" + product.operatorSecret();
    var coded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(product.url().resolve("/oauth2/token"))
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + coded)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"));
    token = answer(request).path("access_token").asString("");
    until = Instant.now().plus(TOKEN_USED);
    return token;
  }

  private static JsonNode answer(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var answer = HTTP.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.uri().getPath() + " answers " + answer.statusCode());
    }
    var text = answer.body();
    return JsonMapper.shared().readTree(text.isEmpty() ? "{}" : text);
  }

  private URI inner(String service, String path) {
    for (var part : product.processes()) {
      if (part.path("name").asString().equals(service)) {
        return URI.create("http://127.0.0.1:" + part.path("port").asInt() + path);
      }
    }
    throw new IllegalStateException("There is no " + service);
  }
}

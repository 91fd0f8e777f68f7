package dev.musubi.e2e.faults;

import dev.musubi.e2e.faults.inject.Kind;
import dev.musubi.testkit.RunningProduct;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./musubi reindex} and {@code ./musubi digests} ask for, without waiting for it. */
final class Operator {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private final RunningProduct product;

  Operator(RunningProduct product) {
    this.product = product;
  }

  /** Whether that was taken. */
  boolean ask(Kind kind) {
    var target =
        switch (kind) {
          case REINDEX -> inner("matching", "/internal/reindex");
          case DIGESTS -> inner("notifications", "/internal/digests/catch-up");
          default -> throw new IllegalArgumentException(kind.label());
        };
    try {
      var request =
          HttpRequest.newBuilder(target)
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + token())
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .POST(BodyPublishers.noBody())
              .build();
      return HTTP.send(request, BodyHandlers.ofString()).statusCode() < 300;
    } catch (IOException away) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String token() throws IOException, InterruptedException {
    var secret = "cli:" + product.operatorSecret();
    var coded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(product.url().resolve("/oauth2/token"))
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + coded)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    var answer = HTTP.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("no token: " + answer.statusCode());
    }
    return JsonMapper.shared().readTree(answer.body()).path("access_token").asString("");
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

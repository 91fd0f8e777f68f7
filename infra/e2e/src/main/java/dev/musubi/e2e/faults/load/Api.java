package dev.musubi.e2e.faults.load;

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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The public address, as one program with a client of its own uses it, or as somebody without. */
public final class Api {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  /** Programs do not wait for ever; whoever gives up does not know what became of it. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI address;
  private final @Nullable String basic;
  private volatile String token = "";

  private Api(URI address, @Nullable String basic) {
    this.address = address;
    this.basic = basic;
  }

  /** Without a login. */
  public static Api anybody(RunningProduct product) {
    return new Api(product.url(), null);
  }

  /** By client credentials; a new token is fetched when one is refused. */
  public static Api client(RunningProduct product, String id, String secret) {
    var pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return new Api(product.url(), "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** With a token that is never renewed. */
  static Api bearer(RunningProduct product, String token) {
    var api = new Api(product.url(), null);
    api.token = token;
    return api;
  }

  /** Reads. */
  public Reply get(String path) {
    return send(request(path).GET());
  }

  /**
   * Creates something, once however often it is repeated with the same key.
   *
   * @param key the Idempotency-Key
   */
  public Reply create(String path, String json, String key) {
    return send(json(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(json)));
  }

  /** Moves something on that is at this version. */
  Reply move(String path, String json, long version) {
    return send(json(path).header("If-Match", etag(version)).POST(BodyPublishers.ofString(json)));
  }

  /** Changes something that is at this version. */
  Reply patch(String path, String json, long version) {
    return send(
        request(path)
            .header("Content-Type", "application/merge-patch+json")
            .header("If-Match", etag(version))
            .method("PATCH", BodyPublishers.ofString(json)));
  }

  /** Posts without more ado. */
  public Reply post(String path, String json) {
    return send(json(path).POST(BodyPublishers.ofString(json)));
  }

  private static String etag(long version) {
    return '"' + Long.toString(version) + '"';
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(PATIENCE)
        .header("Accept-Language", "en");
  }

  private Reply send(HttpRequest.Builder request) {
    if (basic != null && token.isEmpty() && !fetchToken()) {
      // Without a token nothing was asked for, so nothing was done.
      return new Reply.Refused(401, "no token to be had");
    }
    if (!token.isEmpty()) {
      request.setHeader("Authorization", "Bearer " + token);
    }
    var reply = exchange(request.build());
    if (reply instanceof Reply.Refused(int status, _) && status == 401) {
      token = basic == null ? token : "";
    }
    return reply;
  }

  private boolean fetchToken() {
    var request =
        HttpRequest.newBuilder(address.resolve("/oauth2/token"))
            .timeout(PATIENCE)
            .header("Authorization", String.valueOf(basic))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    if (exchange(request) instanceof Reply.Done done) {
      token = done.body().path("access_token").asString("");
    }
    return !token.isEmpty();
  }

  private static Reply exchange(HttpRequest request) {
    try {
      var answer = HTTP.send(request, BodyHandlers.ofString());
      var etag = answer.headers().firstValue("ETag").orElse("");
      return Reply.of(answer.statusCode(), etag, answer.body());
    } catch (IOException broken) {
      return new Reply.Unknown(broken.toString());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Reply.Unknown("interrupted");
    }
  }

  /** A page of anybody, or nothing. */
  static String page(URI page) {
    try {
      var request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
      return HTTP.send(request, BodyHandlers.ofString()).body();
    } catch (IOException away) {
      return "";
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}

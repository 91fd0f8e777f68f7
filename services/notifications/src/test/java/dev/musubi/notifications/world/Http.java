package dev.musubi.notifications.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an instance as a client would. */
public final class Http {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final @Nullable String token;

  /** With an access token, or as nobody. */
  public Http(Instance instance, @Nullable String token) {
    this.base = instance.url();
    this.token = token;
  }

  /** GET. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** POST with a new idempotency key. */
  public Answer post(String path, String body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  /** POST with this idempotency key. */
  public Answer post(String path, String body, String key) {
    return send(
        request(path)
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Another method with an If-Match. */
  public Answer change(String method, String path, long version, String body) {
    return send(
        request(path)
            .header("If-Match", "\"" + version + "\"")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** PUT without conditions. */
  public Answer put(String path, String body) {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A request to go on with. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .header("User-Agent", "Test/1.0");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Sends it. */
  public static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  /** The client itself, for streams. */
  public static HttpClient client() {
    return CLIENT;
  }

  /** An answer. */
  public record Answer(HttpResponse<String> response) {
    /** Its status. */
    public int status() {
      return response.statusCode();
    }

    /** Its body. */
    public JsonNode json() {
      return MAPPER.readTree(response.body());
    }

    /** A header. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }
}

package dev.musubi.testkit.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks a service as a program would: with a token or without, in Japanese unless told otherwise.
 */
public final class ApiClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final String base;
  private final @Nullable String token;
  private final String language;

  private ApiClient(String base, @Nullable String token, String language) {
    this.base = base;
    this.token = token;
    this.language = language;
  }

  /** Nobody in particular, who asks at this address. */
  public static ApiClient at(String base) {
    return new ApiClient(base, null, "ja");
  }

  /** The same with an access token. */
  public ApiClient with(@Nullable String token) {
    return new ApiClient(base, token, language);
  }

  /** The same in another language. */
  public ApiClient speaking(String language) {
    return new ApiClient(base, token, language);
  }

  public ApiAnswer get(String path) {
    return send("GET", path, null, Map.of());
  }

  /** POST with a new idempotency key. */
  public ApiAnswer post(String path, String body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  /** POST with this idempotency key. */
  public ApiAnswer post(String path, String body, String key) {
    return send("POST", path, body, Map.of("Idempotency-Key", key));
  }

  /** A change of the version that was seen. */
  public ApiAnswer change(String method, String path, long version, String body) {
    return send(method, path, body, Map.of("If-Match", "\"" + version + "\""));
  }

  /** A JSON body, if there is one, and further headers that win over the usual ones. */
  public ApiAnswer send(
      String method, String path, @Nullable String body, Map<String, String> headers) {
    return sendBytes(
        method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** As the other, with any bytes. An empty value leaves a header out. */
  public ApiAnswer sendBytes(
      String method, String path, byte @Nullable [] body, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Accept-Language", language);
    if (body != null) {
      all.put("Content-Type", "application/json");
    }
    if (token != null) {
      all.put("Authorization", "Bearer " + token);
    }
    all.putAll(headers);
    all.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            request.header(name, value);
          }
        });
    return send(
        request.method(
            method,
            body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private static ApiAnswer send(HttpRequest.Builder request) {
    try {
      var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return new ApiAnswer(
            answer.statusCode(),
            answer.headers(),
            isEndless(answer) ? new byte[0] : body.readAllBytes());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  /** A stream never ends: its beginning is answer enough, and closing it hangs up. */
  private static boolean isEndless(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
  }
}

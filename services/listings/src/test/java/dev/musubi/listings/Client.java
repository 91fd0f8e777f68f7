package dev.musubi.listings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who talks to the service over HTTP. */
public final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final @Nullable String token;

  public Client(String base, @Nullable String token) {
    this.base = base;
    this.token = token;
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, null, "application/json", headers);
  }

  public Answer post(String path, @Nullable String json, String... headers) {
    return send("POST", path, bytes(json), "application/json", headers);
  }

  /** A creating POST with a key of its own. */
  public Answer create(String path, String json) {
    return post(path, json, "Idempotency-Key", UUID.randomUUID().toString());
  }

  public Answer put(String path, String json, String... headers) {
    return send("PUT", path, bytes(json), "application/json", headers);
  }

  public Answer patch(String path, String json, String etag) {
    return send("PATCH", path, bytes(json), "application/merge-patch+json", "If-Match", etag);
  }

  public Answer delete(String path, String... headers) {
    return send("DELETE", path, null, "application/json", headers);
  }

  /** Uploads a file with form fields. */
  public Answer upload(String path, String name, byte[] file, Map<String, String> fields) {
    String edge = "edge" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (field, value) ->
            body.writeBytes(
                utf8(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(edge, field, value))));
    body.writeBytes(
        utf8(
            ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                    + "Content-Type: text/plain\r\n\r\n")
                .formatted(edge, name)));
    body.writeBytes(file);
    body.writeBytes(utf8("\r\n--" + edge + "--\r\n"));
    return send(
        "POST",
        path,
        body.toByteArray(),
        "multipart/form-data; boundary=" + edge,
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  private Answer send(
      String method, String path, byte @Nullable [] body, String type, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (body != null) {
      request.header("Content-Type", type);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static byte @Nullable [] bytes(@Nullable String json) {
    return json == null ? null : utf8(json);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package dev.musubi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public API, as one caller uses it.
 *
 * @param person e-mail address of an account, or null for somebody without a login
 * @param lang in which answers are wanted
 */
record Api(@Nullable String person, String lang) {
  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Somebody without a login. */
  static Api anybody() {
    return new Api(null, "ja");
  }

  /** A person of the sample data. */
  static Api of(String person) {
    return new Api(person, "ja");
  }

  Api in(String language) {
    return new Api(person, language);
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  /** Creates something. */
  Answer post(String path, String json) {
    return send(json(path).POST(BodyPublishers.ofString(json)));
  }

  /** Moves something on that is at this version. */
  Answer move(String path, String etag) {
    return send(request(path).header("If-Match", etag).POST(BodyPublishers.noBody()));
  }

  Answer patch(String path, String json, String etag) {
    return send(
        request(path)
            .header("Content-Type", "application/merge-patch+json")
            .header("If-Match", etag)
            .method("PATCH", BodyPublishers.ofString(json)));
  }

  Answer put(String path, String json) {
    return send(json(path).PUT(BodyPublishers.ofString(json)));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** A form, as browsers and mail programs send it. */
  Answer form(String path, String encoded) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded)));
  }

  private HttpRequest.Builder json(String path) {
    return request(path)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(address(path)).timeout(PATIENCE).header("Accept-Language", lang);
    if (person != null) {
      request.header("Authorization", "Bearer " + Tokens.of(person));
    }
    return request;
  }

  static URI address(String path) {
    return path.startsWith("http") ? URI.create(path) : Product.RUNNING.url().resolve(path);
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}

package dev.musubi.web.clients;

import dev.musubi.observability.Span;
import dev.musubi.observability.Trace;
import dev.musubi.web.WebSettings;
import dev.musubi.web.door.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One question to a service, with the reader's token, and its answer in a type. */
@Component
public final class Upstream {
  /** Ids come from addresses and forms; nothing else may slip into a path with them. */
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-]+)+(\\?.*)?");

  private static final Pattern ETAG = Pattern.compile("(W/)?\"[!-~&&[^\"]]*\"");

  /** Of no object: a version that a form lost is answered like one that is out of date. */
  private static final String NO_VERSION = "\"0\"";

  private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);

  private final WebSettings settings;
  private final JsonMapper json;
  private final HttpClient client;

  Upstream(WebSettings settings, JsonMapper json) {
    this.settings = settings;
    // Lists leave out what single objects have: a missing flag is no reason to lose the page.
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeouts().connect())
            .build();
  }

  /** A GET. */
  <T> Answer<T> get(Asker asker, Service service, String path, Class<T> type) {
    return exchange(service, request(asker, service, path).GET(), type);
  }

  /** A POST that creates: carries a key, so that a repeated try does not create twice. */
  <T> Answer<T> create(Asker asker, Service service, String path, Object body, Class<T> type) {
    return exchange(
        service,
        request(asker, service, path)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/json")
            .POST(written(body)),
        type);
  }

  /**
   * A change.
   *
   * @param etag version that the change was made on, or null where the service asks for none
   */
  <T> Answer<T> change(
      Asker asker, Service service, Change change, @Nullable String etag, Class<T> type) {
    HttpRequest.Builder request = request(asker, service, change.path());
    if (etag != null) {
      request.header("If-Match", ETAG.matcher(etag).matches() ? etag : NO_VERSION);
    }
    if (change.body() == null) {
      request.method(change.method(), BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", change.contentType())
          .method(change.method(), written(change.body()));
    }
    return exchange(service, request, type);
  }

  /** A request prepared by the caller, for example an upload. */
  <T> Answer<T> exchange(Service service, HttpRequest.Builder request, Class<T> type) {
    try (Trace.Step step = Trace.begin(Span.Kind.CLIENT, service.label())) {
      request.setHeader(Trace.HEADER, step.header());
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      return read(service, answer, type);
    } catch (IOException | JacksonException away) {
      LOG.warn("{} is away: {}", service.label(), away.toString());
      return new Answer.Away<>(service);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Answer.Away<>(service);
    }
  }

  /** A request with the reader's token and language, and the patience of a page. */
  HttpRequest.Builder request(Asker asker, Service service, String path) {
    if (!PATH.matcher(path).matches()) {
      throw new NoSuchPath();
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.address(settings.upstream()) + path))
            .timeout(settings.timeouts().page())
            .header("Accept", "application/json, application/problem+json")
            .header("Accept-Language", asker.locale().getLanguage());
    if (asker.token() != null) {
      request.header("Authorization", "Bearer " + asker.token());
    }
    return request;
  }

  /** What somebody wrote in place of an id is none, so there is nothing to ask for. */
  public static final class NoSuchPath extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private <T> Answer<T> read(Service service, HttpResponse<String> answer, Class<T> type) {
    int status = answer.statusCode();
    String etag = answer.headers().firstValue("ETag").orElse(null);
    if (status >= 500) {
      LOG.warn("{} failed with {}: {}", service.label(), status, start(answer.body()));
      return new Answer.Away<>(service);
    }
    if (status >= 400) {
      LOG.debug("{} refused with {}: {}", service.label(), status, start(answer.body()));
      return new Answer.Refused<>(problem(status, answer.body()));
    }
    String body = answer.body().isBlank() ? "{}" : answer.body();
    return new Answer.Given<>(json.readValue(body, type), etag);
  }

  private Problem problem(int status, String body) {
    if (body.isBlank()) {
      return Problem.bare(status);
    }
    try {
      Problem problem = json.readValue(body, Problem.class);
      return new Problem(
          problem.type(),
          problem.title(),
          status,
          problem.detail(),
          problem.errors(),
          problem.deal());
    } catch (JacksonException notAProblem) {
      return Problem.bare(status);
    }
  }

  private BodyPublisher written(Object body) {
    return BodyPublishers.ofString(json.writeValueAsString(body));
  }

  private static String start(String body) {
    return body.substring(0, Math.min(300, body.length()));
  }

  /** What to change, and how. */
  record Change(String method, String path, @Nullable Object body, String contentType) {
    static Change post(String path, @Nullable Object body) {
      return new Change("POST", path, body, "application/json");
    }

    static Change put(String path, Object body) {
      return new Change("PUT", path, body, "application/json");
    }

    static Change patch(String path, Object body) {
      return new Change("PATCH", path, body, "application/merge-patch+json");
    }
  }
}

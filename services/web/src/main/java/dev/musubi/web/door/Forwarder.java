package dev.musubi.web.door;

import dev.musubi.observability.Span;
import dev.musubi.observability.Trace;
import dev.musubi.web.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Passes one request on and its answer back, both as streams: nothing is kept in memory, an event
 * stream is flushed as it comes. See {@code RATIONALE.md} for why this is not a gateway library.
 */
@Component
public class Forwarder implements SmartLifecycle {
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final long LARGE_BODY_BYTES = 1024 * 1024;

  private final Set<InputStream> live = ConcurrentHashMap.newKeySet();
  private final HttpClient client;
  private final WebSettings settings;
  private volatile boolean running;

  Forwarder(WebSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeouts().connect())
            .build();
  }

  /**
   * Sends the request to a service and streams its answer back.
   *
   * @param target where to, with path and query
   * @param more sets further headers, for example a token; replaces what the client sent
   * @throws ServiceAway when there is no answer: nothing has been written to the client then
   */
  public void forward(
      HttpServletRequest in,
      HttpServletResponse out,
      URI target,
      Consumer<HttpRequest.Builder> more)
      throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(target);
    Headers.copy(in, request, settings.publicUrl());
    more.accept(request);
    request.timeout(patience(in)).method(in.getMethod(), bodyOf(in));
    try (Trace.Step step = Trace.begin(Span.Kind.CLIENT, in.getMethod() + " door")) {
      request.setHeader(Trace.HEADER, step.header());
      HttpResponse<InputStream> answer = send(request.build());
      try (InputStream body = answer.body()) {
        copyHead(answer, out, target);
        copy(answer, body, out);
      }
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (HttpTimeoutException late) {
      throw new ServiceAway(late, true);
    } catch (IOException away) {
      throw new ServiceAway(away, false);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ServiceAway(interrupted, false);
    }
  }

  private Duration patience(HttpServletRequest in) {
    boolean large = in.getContentLengthLong() > LARGE_BODY_BYTES || isChunked(in);
    return large ? settings.timeouts().upload() : settings.timeouts().door();
  }

  private static BodyPublisher bodyOf(HttpServletRequest in) throws IOException {
    long length = in.getContentLengthLong();
    if (length == 0 || (length < 0 && !isChunked(in))) {
      return BodyPublishers.noBody();
    }
    InputStream stream = in.getInputStream();
    BodyPublisher body = BodyPublishers.ofInputStream(() -> stream);
    return length > 0 ? BodyPublishers.fromPublisher(body, length) : body;
  }

  private static boolean isChunked(HttpServletRequest in) {
    return in.getHeader("Transfer-Encoding") != null;
  }

  private void copyHead(HttpResponse<?> answer, HttpServletResponse out, URI target) {
    out.setStatus(answer.statusCode());
    Set<String> named = Headers.namedByConnection(answer.headers().allValues("Connection"));
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (Headers.passesOutward(name, named)) {
                values.forEach(value -> out.addHeader(name, outward(name, value, target)));
              }
            });
    answer.headers().firstValueAsLong("Content-Length").ifPresent(out::setContentLengthLong);
  }

  /** A service that redirects by its own address means the public one. */
  private String outward(String name, String value, URI target) {
    String inner = target.getScheme() + "://" + target.getAuthority();
    return name.equalsIgnoreCase("Location") && value.startsWith(inner + "/")
        ? settings.publicUrl() + value.substring(inner.length())
        : value;
  }

  /** An event stream has no end of its own: ours ends it, and the page comes back by itself. */
  private void copy(HttpResponse<?> answer, InputStream body, HttpServletResponse out)
      throws IOException {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("text/event-stream")) {
      copyBody(answer, body, out);
      return;
    }
    live.add(body);
    try {
      if (running) {
        copyBody(answer, body, out);
      }
    } catch (IOException ended) {
      if (running) {
        throw ended;
      }
    } finally {
      live.remove(body);
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /** Open streams would hold the graceful stop up until its end. */
  @Override
  public void stop() {
    running = false;
    for (InputStream each : live) {
      try {
        each.close();
      } catch (IOException gone) {
        // Then it has ended already.
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server waits for its requests. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  private static void copyBody(HttpResponse<?> answer, InputStream body, HttpServletResponse out)
      throws IOException {
    boolean live = answer.headers().firstValue("Content-Length").isEmpty();
    OutputStream sink = out.getOutputStream();
    if (live) {
      out.flushBuffer();
    }
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      sink.write(buffer, 0, count);
      if (live) {
        sink.flush();
      }
    }
  }
}

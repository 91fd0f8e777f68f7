package dev.musubi.matching.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.musubi.testkit.EngineKit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands before the real Elasticsearch and hears what it is asked. */
public final class ElasticsearchEar implements AutoCloseable {
  private final URI engine = EngineKit.shared().elasticsearch();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer server;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  /** One request. */
  public record Heard(String method, String path, String traceparent, String opaqueId) {}

  /** On a free port. */
  public ElasticsearchEar() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::pass);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** Where to ask. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Paths that were asked in a trace, with their methods. */
  public List<String> of(String traceId) {
    return heard.stream()
        .filter(it -> it.traceparent().contains(traceId))
        .map(it -> it.method() + " " + it.path())
        .toList();
  }

  /** All that was asked. */
  public List<Heard> all() {
    return heard;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      heard.add(
          new Heard(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              String.valueOf(headers.getFirst("traceparent")),
              String.valueOf(headers.getFirst("X-Opaque-Id"))));
      var request =
          HttpRequest.newBuilder(engine.resolve(exchange.getRequestURI().toString()))
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      for (var name : List.of("Content-Type", "Accept")) {
        if (headers.getFirst(name) != null) {
          request.header(name, headers.getFirst(name));
        }
      }
      answer(exchange, request.build());
    }
  }

  private void answer(HttpExchange exchange, HttpRequest request) throws IOException {
    try {
      var answer = client.send(request, BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      var empty = answer.body().length == 0;
      exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
      if (!empty) {
        exchange.getResponseBody().write(answer.body());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}

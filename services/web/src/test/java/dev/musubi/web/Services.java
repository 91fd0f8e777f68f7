package dev.musubi.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.musubi.testkit.identity.TestIssuer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The five services as the contract describes them, on a real HTTP server. One address plays all of
 * them; what it was asked is kept, and every path can be given another answer.
 */
final class Services implements AutoCloseable {
  private final HttpServer server;
  private final SignInServer signIn;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();

  private Services(HttpServer server, SignInServer signIn) {
    this.server = server;
    this.signIn = signIn;
  }

  static Services start(String publicUrl) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      Services services = new Services(server, new SignInServer(publicUrl, TestIssuer.shared()));
      server.createContext("/", services::answer);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      services.defaults();
      return services;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  SignInServer signIn() {
    return signIn;
  }

  /** Everything that was asked, in order. */
  List<Asked> asked() {
    return asked;
  }

  /** The last request of a method to a path. */
  Asked last(String method, String path) {
    return asked.reversed().stream()
        .filter(one -> one.method().equals(method) && one.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody asked " + method + " " + path));
  }

  /** Gives a method and path, for example {@code GET /api/v1/needs}, another answer. */
  void reply(String methodAndPath, int status, String body) {
    replies.put(methodAndPath, new Reply(status, body, Map.of()));
  }

  void reply(String methodAndPath, Reply reply) {
    replies.put(methodAndPath, reply);
  }

  /** Back to the answers of the contract. */
  void reset() {
    replies.clear();
    asked.clear();
    defaults();
  }

  private void defaults() {
    String search = resource("search.json");
    reply("GET /api/v1/search/listings", 200, search);
    reply("GET /api/v1/landscape", 200, resource("landscape.json"));
    reply("POST /api/v1/search/listings", 200, search);
    Sample samples = Sample.read();
    samples.listings().forEach((id, body) -> tagged("/api/v1/listings/" + id, body));
    samples
        .listings()
        .forEach(
            (id, body) ->
                reply(
                    "GET /api/v1/listings/" + id + "/quality",
                    200,
                    "{\"score\":72,\"gaps\":[{\"field\":\"/texts/0/effect\",\"code\":\"figures\","
                        + "\"message\":\"効果を数字で書いてください\",\"points\":10}]}"));
    samples.needs().forEach((id, body) -> tagged("/api/v1/needs/" + id, body));
    samples
        .listings()
        .keySet()
        .forEach(
            id -> reply("GET /api/v1/listings/" + id + "/matches", 200, resource("matches.json")));
    samples
        .needs()
        .keySet()
        .forEach(
            id -> reply("GET /api/v1/needs/" + id + "/matches", 200, resource("matches.json")));
    reply("GET /api/v1/listings", 200, page(resource("listings.json")));
    reply("GET /api/v1/needs", 200, page(resource("needs.json")));
    reply("GET /api/v1/alerts", 200, resource("alerts.json"));
    reply("GET /api/v1/listings/imports", 200, "{\"items\":[],\"next\":null}");
    reply("GET /api/v1/deals", 200, "{\"items\":[],\"next\":null}");
    reply(
        "GET /api/v1/subscriptions/form",
        200,
        "{\"version\":\"2026-11-01\",\"texts\":{\"ja\":\"送り主は Musubi 事務局です。\","
            + "\"en\":\"The sender is the Musubi office.\"}}");
    reply("POST /api/v1/subscriptions", 202, "{}");
    reply("POST /api/v1/subscriptions/unsubscriptions", 200, "{}");
    reply("POST /api/v1/subscriptions/confirmations", 200, "{}");
    reply(
        "GET /api/v1/me",
        200,
        "{\"name\":\"結城 みのり\",\"email\":\"tlo@demo.musubi.example\","
            + "\"organisation\":{\"name\":\"瀬戸潮工業大学\"}}");
  }

  private void tagged(String path, String body) {
    reply("GET " + path, new Reply(200, body, Map.of("ETag", "\"3\"")));
  }

  private static String page(String items) {
    return "{\"items\":" + items + ",\"next\":null}";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Asked one =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              exchange.getRequestURI().getRawQuery(),
              exchange.getRequestHeaders(),
              body);
      asked.add(one);
      Reply reply = replies.get(one.method() + " " + one.path());
      if (reply == null) {
        reply = signIn.answer(one);
      }
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      write(exchange, reply);
    }
  }

  private static void write(HttpExchange exchange, Reply reply) throws IOException {
    byte[] content = reply.body().getBytes(StandardCharsets.UTF_8);
    if (!reply.headers().containsKey("Content-Type")) {
      String type = reply.status() >= 400 ? "application/problem+json" : "application/json";
      exchange.getResponseHeaders().add("Content-Type", type);
    }
    boolean empty = content.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(reply.status(), empty ? -1 : content.length);
    if (!empty) {
      exchange.getResponseBody().write(content);
    }
  }

  static String resource(String name) {
    try (InputStream in = Services.class.getResourceAsStream("/upstream/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** One request as it arrived. */
  @SuppressWarnings("ArrayRecordComponent")
  record Asked(
      String method,
      String path,
      @org.jspecify.annotations.Nullable String query,
      Headers headers,
      byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** An answer. */
  record Reply(int status, String body, Map<String, String> headers) {}
}

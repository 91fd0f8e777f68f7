package dev.musubi.notifications.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The answers of profiles and matching, as their contracts say, and their absence. */
public final class Neighbours implements AutoCloseable {
  private final HttpServer server;
  private final Map<UUID, List<Person>> people = new ConcurrentHashMap<>();
  private final Map<String, List<Hit>> hits = new ConcurrentHashMap<>();
  private final List<String> searches = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  Neighbours() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/internal/contacts", this::contacts);
    server.createContext("/api/v1/search/listings", this::search);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Somebody works for this organisation from now on. */
  public Person employ(UUID organisation, String email, String name, String lang) {
    Person person = new Person(UUID.randomUUID(), email, name, lang);
    people.computeIfAbsent(organisation, id -> new CopyOnWriteArrayList<>()).add(person);
    return person;
  }

  /** The search finds these for a query. */
  public void found(String query, Hit... found) {
    hits.put(query, List.of(found));
  }

  /** What was searched for. */
  public List<String> searches() {
    return searches;
  }

  /** Answers nothing but 503, or everything again. */
  public void setAway(boolean gone) {
    away = gone;
  }

  private void contacts(HttpExchange exchange) throws IOException {
    String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!token.startsWith("Bearer ")) {
      answer(exchange, 401, "{}");
      return;
    }
    String query = exchange.getRequestURI().getQuery();
    UUID organisation = UUID.fromString(query.substring(query.indexOf('=') + 1));
    answer(
        exchange,
        200,
        people.getOrDefault(organisation, List.of()).stream()
            .map(Person::json)
            .collect(Collectors.joining(",", "[", "]")));
  }

  private void search(HttpExchange exchange) throws IOException {
    String query = parameter(exchange.getRequestURI().getRawQuery(), "q");
    searches.add(query);
    String found =
        hits.getOrDefault(query, List.of()).stream()
            .map(Hit::json)
            .collect(Collectors.joining(",", "[", "]"));
    answer(exchange, 200, "{\"query\":\"\",\"total\":1,\"hits\":" + found + ",\"facets\":{}}");
  }

  private static String parameter(String query, String name) {
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = (away ? "{}" : json).getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(away ? 503 : status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** A person with an account. */
  public record Person(UUID account, String email, String name, String lang) {
    String json() {
      return """
      {"account":"%s","email":"%s","name":"%s","lang":"%s","alertMail":true,"new":"ignored"}
      """
          .formatted(account, email, name, lang);
    }
  }

  /** A listing that the search finds, with the fragment that met. */
  public record Hit(UUID listing, String fragment) {
    String json() {
      return """
      {"listingId":"%s","title":"t","score":0.5,"highlights":{"effect":["%s"]},"reasons":[]}
      """
          .formatted(listing, fragment);
    }
  }
}

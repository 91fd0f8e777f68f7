package dev.musubi.e2e.faults.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * The server of a firm that is called when something happens. It fails the first call of every
 * tenth event, as servers do, so that it has to be called again.
 */
public final class Hook implements AutoCloseable {
  private final HttpServer server;
  private final List<Call> taken = new ArrayList<>();
  private final Set<String> failed = new HashSet<>();

  /**
   * A call that was answered well.
   *
   * @param id by which a repeat is recognised
   * @param event the alert it tells of
   */
  public record Call(String id, String event) {}

  Hook() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/musubi";
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(takes(id, body) ? 204 : 503, -1);
    }
  }

  private synchronized boolean takes(String id, String body) {
    if (id.hashCode() % 10 == 0 && failed.add(id)) {
      return false;
    }
    taken.add(new Call(id, Api.JSON.readTree(body).path("subject").asString("")));
    return true;
  }

  /** In the order in which they came. */
  public synchronized List<Call> calls() {
    return List.copyOf(taken);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package dev.musubi.mailnode;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The reader: a list, one page a mail, and the same as JSON for tests.
 *
 * <p>A mail's HTML is shown in a sandboxed frame under a policy that runs nothing and fetches
 * nothing, as a careful mail client would.
 */
final class MailPages {
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'";
  private static final String MAIL_POLICY =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
          + " style-src 'unsafe-inline'; img-src data:";

  private static final int SHOWN = 100;

  private final MailBox box;

  private MailPages(MailBox box) {
    this.box = box;
  }

  static void start(String address, int port, MailBox box) throws IOException {
    var pages = new MailPages(box);
    var server = HttpServer.create(new InetSocketAddress(address, port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", pages::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      switch (exchange.getRequestMethod()) {
        case "GET" -> get(exchange, path);
        case "DELETE" -> delete(exchange, path);
        default -> send(exchange, 405, "text/plain", PAGE_POLICY, "Only GET and DELETE.");
      }
    }
  }

  private void get(HttpExchange exchange, String path) throws IOException {
    if (path.equals("/")) {
      send(exchange, 200, "text/html", PAGE_POLICY, MailHtml.list(box.newest(SHOWN), box.size()));
    } else if (path.equals("/health")) {
      send(exchange, 200, "text/plain", PAGE_POLICY, "ok");
    } else if (path.equals("/mails.json")) {
      headers(exchange, "application/json", PAGE_POLICY);
      exchange.sendResponseHeaders(200, 0);
      MailJson.write(box.all(), exchange.getResponseBody());
    } else if (path.startsWith("/mails/")) {
      mail(exchange, path.substring("/mails/".length()));
    } else {
      notFound(exchange);
    }
  }

  private void mail(HttpExchange exchange, String path) throws IOException {
    if (path.endsWith("/html")) {
      var mail = box.find(path.substring(0, path.length() - "/html".length()));
      sendFound(exchange, "text/html", MAIL_POLICY, mail.map(found -> orEmpty(found.html())));
    } else if (path.endsWith("/raw")) {
      var raw = box.raw(path.substring(0, path.length() - "/raw".length()));
      sendFound(
          exchange,
          "text/plain",
          PAGE_POLICY,
          raw.map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    } else {
      sendFound(exchange, "text/html", PAGE_POLICY, box.find(path).map(MailHtml::mail));
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void delete(HttpExchange exchange, String path) throws IOException {
    if (path.equals("/mails")) {
      box.clear();
      exchange.sendResponseHeaders(204, -1);
    } else {
      notFound(exchange);
    }
  }

  private static void sendFound(
      HttpExchange exchange, String type, String policy, Optional<String> body) throws IOException {
    if (body.isPresent()) {
      send(exchange, 200, type, policy, body.get());
    } else {
      notFound(exchange);
    }
  }

  private static void notFound(HttpExchange exchange) throws IOException {
    send(exchange, 404, "text/plain", PAGE_POLICY, "There is no such mail.");
  }

  private static void headers(HttpExchange exchange, String type, String policy) {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=utf-8");
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cache-Control", "no-store");
  }

  private static void send(
      HttpExchange exchange, int status, String type, String policy, String body)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    headers(exchange, type, policy);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }
}

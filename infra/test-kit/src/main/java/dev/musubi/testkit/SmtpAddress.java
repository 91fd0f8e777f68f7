package dev.musubi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mail server that keeps what it gets.
 *
 * @param uri {@code smtp://host:port}, as the services take it
 * @param pages where the mails can be read
 */
public record SmtpAddress(URI uri, URI pages) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The host alone. */
  public String host() {
    return uri.getHost();
  }

  /** The port alone. */
  public int port() {
    return uri.getPort();
  }

  /** All mails since the start or the last {@link #clear}, oldest first. */
  public List<ReceivedMail> received() {
    var body = send(HttpRequest.newBuilder(pages.resolve("/mails.json")).build(), 200);
    return JSON.readValue(body, new TypeReference<List<ReceivedMail>>() {});
  }

  /** Throws all mails away. */
  public void clear() {
    send(HttpRequest.newBuilder(pages.resolve("/mails")).DELETE().build(), 204);
  }

  private static String send(HttpRequest request, int expected) {
    try {
      var response = HTTP.send(request, BodyHandlers.ofString());
      if (response.statusCode() != expected) {
        throw new IllegalStateException(request.uri() + " answers " + response.statusCode());
      }
      return response.body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}

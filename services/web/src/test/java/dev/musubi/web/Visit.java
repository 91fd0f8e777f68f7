package dev.musubi.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser of their own: cookies, a language, and forms sent as they came. */
final class Visit implements AutoCloseable {
  private static final Pattern TOKEN =
      Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");

  private final String address;
  private final HttpClient client;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Visit(String address) {
    this.address = address;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /** The language that the browser asks for. */
  Visit reading(String language) {
    return sending("Accept-Language", language);
  }

  /** A header of every further request. */
  Visit sending(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Signs in; the authorization server of the tests lets everybody in. */
  Visit signedIn() {
    get("/sign-in");
    return this;
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** Sends a form with the token that a page holds, as a browser would. */
  HttpResponse<String> post(String page, String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("_csrf", token(get(page).body()));
    return post(path, all);
  }

  /** Sends a form as it is. */
  HttpResponse<String> post(String path, Map<String, String> fields) {
    Map<String, String> encoded = new LinkedHashMap<>();
    fields.forEach((name, value) -> encoded.put(encoded(name), encoded(value)));
    return postEncoded(path, encoded);
  }

  /** Sends a form whose values are encoded already, perhaps wrongly. */
  HttpResponse<String> postEncoded(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  static String token(String page) {
    Matcher matcher = TOKEN.matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("no form with a token in " + page);
    }
    return matcher.group(1);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    headers.forEach(request::setHeader);
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}

package dev.musubi.profiles;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service over real HTTP, with cookies as a browser keeps them or with a token. */
final class Browser {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String url;
  private final HttpClient http;
  private @Nullable String token;
  private String language = "ja";

  Browser(String url) {
    this.url = url;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  Browser with(String token) {
    this.token = token;
    return this;
  }

  Browser in(String language) {
    this.language = language;
    return this;
  }

  Answer get(String path) {
    boolean page = path.startsWith("/login") || path.startsWith("/oauth2/");
    return send("GET", path, null, "Accept", page ? "text/html" : "*/*");
  }

  Answer json(String method, String path, @Nullable String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/json"));
    return send(method, path, body, all.toArray(String[]::new));
  }

  /** A creating POST, with a key of its own. */
  Answer create(String path, String body) {
    return json("POST", path, body, "Idempotency-Key", java.util.UUID.randomUUID().toString());
  }

  /** A form as a page has it: its hidden token is taken along. */
  Answer submit(String page, String action, Map<String, String> fields) {
    Matcher csrf = CSRF.matcher(get(page).body());
    String hidden = csrf.find() ? "_csrf=" + encode(csrf.group(1)) + "&" : "";
    return form(action, hidden + encode(fields));
  }

  Answer form(String path, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
    return send("POST", path, body, all.toArray(String[]::new));
  }

  Answer send(String method, String path, @Nullable String body, String... headers) {
    String address = path.startsWith("http") ? path : url + path;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Accept-Language", language)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      return MAPPER.readTree(response.body());
    }

    String text(String pointer) {
      return json().at(pointer).asString();
    }

    /** The wrong fields as {@code pointer:code}. */
    List<String> errors() {
      return json()
          .path("errors")
          .valueStream()
          .map(e -> e.path("field").asString() + ":" + e.path("code").asString())
          .sorted()
          .toList();
    }
  }
}

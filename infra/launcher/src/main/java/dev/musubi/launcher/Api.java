package dev.musubi.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product's HTTP interface, as the operator's client {@code cli}. */
final class Api {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Function<Service, String> hosts;
  private final String secret;
  private String token = "";

  /** A copy on this machine. */
  Api(Addresses addresses, DataFolder data) {
    this(
        service -> "127.0.0.1:" + addresses.of(service),
        String.valueOf(data.secrets().clients().get("cli")));
  }

  /** Wherever the services are: {@code host:port} of each. */
  Api(Function<Service, String> hosts, String secret) {
    this.hosts = hosts;
    this.secret = secret;
  }

  /** The public door. */
  URI door(String path) {
    return of(Service.WEB, path);
  }

  /** A service's own address, for what is not public. */
  URI of(Service service, String path) {
    return URI.create("http://" + hosts.apply(service) + path);
  }

  HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(TIMEOUT)
        .header("Accept", "application/json, application/problem+json")
        .header("Accept-Language", Locale.getDefault().getLanguage().equals("ja") ? "ja" : "en");
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    if (token.isEmpty()) {
      token = newToken();
    }
    var response = exchange(request.setHeader("Authorization", "Bearer " + token).build());
    if (response.statusCode() == 401) {
      token = newToken();
      response = exchange(request.setHeader("Authorization", "Bearer " + token).build());
    }
    return response;
  }

  /** The body of an answer of 2xx; anything else is told as the failure it is. */
  JsonNode json(HttpRequest.Builder request) {
    var response = send(request);
    if (response.statusCode() / 100 != 2) {
      throw refused(response);
    }
    return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
  }

  CommandFailure refused(HttpResponse<String> response) {
    return Texts.failure(
        "failure.api",
        response.request().method() + " " + response.request().uri(),
        response.statusCode(),
        response.body().strip());
  }

  private String newToken() {
    var credentials = "cli:" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(of(Service.PROFILES, "/oauth2/token"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=operator%20service"))
            .build();
    var response = exchange(request);
    if (response.statusCode() != 200) {
      throw refused(response);
    }
    return JSON.readTree(response.body()).path("access_token").asString();
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new Unreachable(Texts.of("failure.unreachable", request.uri(), reason(failure)));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted");
    }
  }

  /** A refused connection has no words of its own. */
  private static String reason(IOException failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}

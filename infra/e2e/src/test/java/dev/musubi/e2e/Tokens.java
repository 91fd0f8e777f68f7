package dev.musubi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Access tokens of people: authorization code with PKCE, by the very pages that people see. */
final class Tokens {
  private static final Map<String, Token> KNOWN = new HashMap<>();
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM_TOKEN =
      Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private Tokens() {}

  private record Token(String text, Instant until) {}

  /** Of an account of the sample data; a token is used again as long as it lives. */
  static synchronized String of(String email) {
    var known = KNOWN.get(email);
    if (known == null || known.until().isBefore(Instant.now())) {
      known =
          new Token(
              new Tokens().fetch(email, Product.RUNNING.demoPassword()), Instant.now().plus(LIFE));
      KNOWN.put(email, known);
    }
    return known.text();
  }

  private String fetch(String email, String password) {
    var verifier = random();
    var authorize =
        "/oauth2/authorize?response_type=code&client_id=web&scope=openid%20read%20write&state=s"
            + ("&redirect_uri=" + coded(redirect()))
            + ("&code_challenge_method=S256&code_challenge=" + challenge(verifier));
    var next = go(get(authorize));
    var page = new Answer(send(get(next))).must(200);
    var formToken = FORM_TOKEN.matcher(page.text());
    assertThat(formToken.find()).as("a form to sign in").isTrue();
    next =
        go(
            form(
                "/login",
                Map.of("email", email, "password", password, "_csrf", formToken.group(1))));
    if (!CODE.matcher(next).find()) {
      next = go(get(next));
    }
    var code = CODE.matcher(next);
    assertThat(code.find()).as("signing in as %s led to %s", email, next).isTrue();
    return exchange(code.group(1), verifier);
  }

  private String exchange(String code, String verifier) {
    var request =
        form(
            "/oauth2/token",
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirect(),
                "code_verifier",
                verifier,
                "client_id",
                "web",
                "client_secret",
                Product.RUNNING.webSecret()));
    return new Answer(send(request)).must(200).at("/access_token").asString();
  }

  private static String redirect() {
    return Product.RUNNING.url() + "/login/oauth2/code/web";
  }

  private String go(HttpRequest request) {
    return new Answer(send(request)).must(302).header("Location");
  }

  private static HttpRequest get(String path) {
    return HttpRequest.newBuilder(Api.address(path)).header("Accept", "text/html").build();
  }

  private static HttpRequest form(String path, Map<String, String> fields) {
    var body = new StringBuilder();
    fields.forEach((name, value) -> body.append(name).append('=').append(coded(value)).append('&'));
    return HttpRequest.newBuilder(Api.address(path))
        .header("Accept", "text/html, application/json")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
  }

  private java.net.http.HttpResponse<String> send(HttpRequest request) {
    try {
      return browser.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String random() {
    var bytes = new byte[40];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package dev.musubi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs people in by authorization code with PKCE, by the very pages that people see; each with a
 * browser of its own.
 */
public final class SignIn {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern FORM_TOKEN =
      Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private final RunningProduct product;
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Of one person at one copy. */
  public SignIn(RunningProduct product) {
    this.product = product;
  }

  /**
   * An access token of an account of the sample data.
   *
   * @throws IllegalStateException when a page says something else than expected
   */
  public String token(String email) {
    var verifier = random();
    var authorize =
        "/oauth2/authorize?response_type=code&client_id=web&scope=openid%20read%20write&state=s"
            + ("&redirect_uri=" + coded(redirect()))
            + ("&code_challenge_method=S256&code_challenge=" + challenge(verifier));
    var next = go(get(authorize));
    var formToken = FORM_TOKEN.matcher(expect(200, get(next)).body());
    if (!formToken.find()) {
      throw new IllegalStateException("There is no form to sign in at " + next);
    }
    next = go(form("/login", signIn(email, formToken.group(1))));
    if (!CODE.matcher(next).find()) {
      next = go(get(next));
    }
    var code = CODE.matcher(next);
    if (!code.find()) {
      throw new IllegalStateException("Signing in as " + email + " led to " + next);
    }
    return exchange(code.group(1), verifier);
  }

  private Map<String, String> signIn(String email, String formToken) {
    return Map.of("email", email, "password", product.demoPassword(), "_csrf", formToken);
  }

  private String exchange(String code, String verifier) {
    var fields =
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
            product.webSecret());
    var answer = expect(200, form("/oauth2/token", fields));
    return JSON.readTree(answer.body()).path("access_token").asString();
  }

  private String redirect() {
    return product.url() + "/login/oauth2/code/web";
  }

  private String go(HttpRequest request) {
    return expect(302, request).headers().firstValue("Location").orElse("");
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(product.url().resolve(path))
        .header("Accept", "text/html")
        .build();
  }

  private HttpRequest form(String path, Map<String, String> fields) {
    var body = new StringBuilder();
    fields.forEach((name, value) -> body.append(name).append('=').append(coded(value)).append('&'));
    return HttpRequest.newBuilder(product.url().resolve(path))
        .header("Accept", "text/html, application/json")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
  }

  private HttpResponse<String> expect(int status, HttpRequest request) {
    var answer = send(request);
    if (answer.statusCode() != status) {
      throw new IllegalStateException(
          "%s %s: %d %s"
              .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
    }
    return answer;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return browser.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private static String coded(String text) {
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

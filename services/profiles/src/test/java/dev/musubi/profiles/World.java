package dev.musubi.profiles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** People and organisations for a test, and how they sign in. */
final class World {
  static final String PASSWORD = "seven small turtles sing";
  private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rule-of-43-chars";
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private final RunningProfiles profiles;

  World(RunningProfiles profiles) {
    this.profiles = profiles;
  }

  /** A token by client credentials. */
  String clientToken(String id, String secret) {
    return clientAnswer(id, secret).text("/access_token");
  }

  Browser.Answer clientAnswer(String id, String secret) {
    String basic =
        Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return profiles
        .browser()
        .form("/oauth2/token", "grant_type=client_credentials", "Authorization", "Basic " + basic);
  }

  String operator() {
    return clientToken("cli", RunningProfiles.SECRET);
  }

  String service() {
    return clientToken("service-listings", RunningProfiles.SECRET);
  }

  /** An organisation with one person; signs the person in. */
  Member member(String kind, String role) {
    UUID organisation = organisation(kind);
    return member(organisation, role);
  }

  Member member(UUID organisation, String role) {
    String email = "p" + UUID.randomUUID() + "@example.org";
    seed(
        """
        {"accounts":[{"email":"%s","name":"見本 花子","organisation":"%s","role":"%s","lang":"ja"}],
         "password":"%s"}
        """
            .formatted(email, organisation, role, PASSWORD));
    return new Member(organisation, email, accessToken(email, PASSWORD));
  }

  UUID organisation(String kind) {
    UUID id = UUID.randomUUID();
    seed(
        """
        {"organisations":[{"id":"%s","kind":"%s","name":{"ja":"見本 %s","en":"Sample"},
          "prefecture":"27","jsic":["E24"],"sample":true}]}
        """
            .formatted(id, kind, id));
    return id;
  }

  private void seed(String body) {
    Browser.Answer answer =
        profiles.browser().with(operator()).json("POST", "/internal/demo", body);
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }

  /** Signs in through the pages with PKCE, and gives the access token. */
  String accessToken(String email, String password) {
    Browser browser = profiles.browser();
    String code = code(browser, email, password);
    return exchange(browser, code, VERIFIER).text("/access_token");
  }

  /** Goes from the authorization request over the login page to the code. */
  String code(Browser browser, String email, String password) {
    Browser.Answer asked = browser.get(authorizePath());
    require(asked, 302);
    Browser.Answer signedIn =
        browser.submit("/login", "/login", Map.of("email", email, "password", password));
    require(signedIn, 302);
    return codeOf(browser.get(signedIn.header("Location")));
  }

  static String codeOf(Browser.Answer answer) {
    Matcher code = CODE.matcher(answer.header("Location"));
    if (!code.find()) {
      throw new IllegalStateException(
          answer.status() + " " + answer.header("Location") + " " + answer.body());
    }
    return code.group(1);
  }

  Browser.Answer exchange(Browser browser, String code, String verifier) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("code", code);
    fields.put("redirect_uri", redirect());
    fields.put("code_verifier", verifier);
    return browser.form("/oauth2/token", Browser.encode(fields), "Authorization", basic());
  }

  Browser.Answer exchange(Browser browser, String code) {
    return exchange(browser, code, VERIFIER);
  }

  static String basic() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(("web:" + RunningProfiles.SECRET).getBytes(StandardCharsets.UTF_8));
  }

  String authorizePath() {
    return "/oauth2/authorize?response_type=code&client_id=web&scope=openid&state=s1&redirect_uri="
        + Browser.encode(redirect())
        + "&code_challenge_method=S256&code_challenge="
        + challenge();
  }

  String redirect() {
    return profiles.url() + "/login/oauth2/code/web";
  }

  static JsonNode claims(String token) {
    byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return tools.jackson.databind.json.JsonMapper.shared().readTree(payload);
  }

  private static String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void require(Browser.Answer answer, int status) {
    if (answer.status() != status) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
  }

  record Member(UUID organisation, String email, String token) {}
}

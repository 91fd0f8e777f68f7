package dev.musubi.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LoginIT {
  private final RunningProfiles profiles = RunningProfiles.shared();
  private final World world = new World(profiles);

  @Test
  void service_gets_a_token_by_client_credentials() {
    Browser.Answer answer = world.clientAnswer("service-listings", RunningProfiles.SECRET);
    assertThat(answer.status()).isEqualTo(200);
    JsonNode claims = World.claims(answer.text("/access_token"));
    assertThat(claims.path("sub").asString()).isEqualTo("service-listings");
    assertThat(claims.path("iss").asString()).isEqualTo(profiles.url());
    assertThat(claims.path("scope").valueStream().map(JsonNode::asString))
        .containsExactly("service");
    assertThat(claims.has("org")).isFalse();
  }

  @Test
  void wrong_client_secret_gets_no_token() {
    assertThat(world.clientAnswer("service-listings", "guess").status()).isEqualTo(401);
    assertThat(world.clientAnswer("nobody", RunningProfiles.SECRET).status()).isEqualTo(401);
  }

  @Test
  void person_signs_in_with_a_code_and_its_verifier() {
    World.Member member = world.member("SEEKER", "EDITOR");
    JsonNode claims = World.claims(member.token());
    assertThat(claims.path("org").asString()).isEqualTo(member.organisation().toString());
    assertThat(claims.path("org_kind").asString()).isEqualTo("SEEKER");
    assertThat(claims.path("role").asString()).isEqualTo("EDITOR");
    assertThat(claims.path("lang").asString()).isEqualTo("ja");
    Browser.Answer me = profiles.browser().with(member.token()).get("/api/v1/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.text("/email")).isEqualTo(member.email());
    assertThat(me.text("/organisation/kind")).isEqualTo("SEEKER");
  }

  @Test
  void wrong_verifier_and_used_code_get_no_token() {
    World.Member member = world.member("SEEKER", "ADMIN");
    Browser browser = profiles.browser();
    String code = world.code(browser, member.email(), World.PASSWORD);
    assertThat(world.exchange(browser, code, "x".repeat(50)).status()).isEqualTo(400);
    Browser again = profiles.browser();
    String second = world.code(again, member.email(), World.PASSWORD);
    assertThat(world.exchange(again, second).status()).isEqualTo(200);
    assertThat(world.exchange(again, second).status()).isEqualTo(400);
  }

  /** Not even to say what is wrong: the address would get the sentence, and the next one a code. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/login/oauth2/code/web",
        "//evil.example/",
        "javascript:alert(1)",
        "http://127.0.0.1:1/login/oauth2/code/web.evil.example",
        "OWN@evil.example/",
        "OWN/../../elsewhere"
      })
  void a_login_is_never_sent_to_an_address_that_is_not_registered(String address) {
    String own = profiles.url() + "/login/oauth2/code/web";
    String foreign = Browser.encode(address.replace("OWN", own));
    String path = world.authorizePath().replaceAll("redirect_uri=[^&]+", "redirect_uri=" + foreign);
    assertThat(path).contains(foreign);
    Browser.Answer answer = profiles.browser().get(path);
    assertThat(answer.header("Location")).doesNotContain("evil", "javascript", "elsewhere");
    assertThat(answer.body()).doesNotContain("code=");
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void code_without_challenge_is_refused() {
    Browser.Answer answer =
        profiles.browser().get(world.authorizePath().replaceAll("&code_challenge.*", ""));
    assertThat(answer.header("Location")).contains("error=invalid_request");
  }

  @Test
  void refresh_token_is_good_once_and_ends_with_the_membership() {
    World.Member admin = world.member("SEEKER", "ADMIN");
    World.Member member = world.member(admin.organisation(), "VIEWER");
    Browser browser = profiles.browser();
    JsonNode tokens =
        world.exchange(browser, world.code(browser, member.email(), World.PASSWORD)).json();
    Browser.Answer renewed = refresh(browser, tokens.path("refresh_token").asString());
    assertThat(renewed.status()).isEqualTo(200);
    assertThat(refresh(browser, tokens.path("refresh_token").asString()).status()).isEqualTo(400);
    String account = World.claims(member.token()).path("sub").asString();
    Browser.Answer removed =
        profiles
            .browser()
            .with(admin.token())
            .json(
                "DELETE",
                "/api/v1/organisations/" + admin.organisation() + "/members/" + account,
                null);
    assertThat(removed.status()).isEqualTo(204);
    assertThat(refresh(browser, renewed.text("/refresh_token")).status()).isEqualTo(400);
  }

  private static Browser.Answer refresh(Browser browser, String token) {
    return browser.form(
        "/oauth2/token",
        "grant_type=refresh_token&refresh_token=" + Browser.encode(token),
        "Authorization",
        World.basic());
  }

  @Test
  void wrong_password_and_unknown_address_look_the_same() {
    World.Member member = world.member("SEEKER", "ADMIN");
    Browser.Answer wrong = signIn(member.email(), "not the password");
    Browser.Answer unknown = signIn("nobody-" + UUID.randomUUID() + "@example.org", "x");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(plain(unknown.body())).isEqualTo(plain(wrong.body()));
    assertThat(wrong.body()).contains("メールアドレスかパスワードが正しくありません");
  }

  private static String plain(String body) {
    return body.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
        .replaceAll("value=\"[^\"]*@example.org\"", "");
  }

  private Browser.Answer signIn(String email, String password) {
    return profiles
        .browser()
        .submit("/login", "/login", Map.of("email", email, "password", password));
  }

  @Test
  void guessing_is_stopped_for_the_account() {
    World.Member member = world.member("SEEKER", "ADMIN");
    for (int i = 0; i < 10; i++) {
      assertThat(signIn(member.email(), "guess " + i).status()).isEqualTo(401);
    }
    assertThat(signIn(member.email(), World.PASSWORD).status()).isEqualTo(429);
  }

  @Test
  void login_form_needs_its_own_token_and_has_a_strict_policy() {
    Browser browser = profiles.browser();
    assertThat(browser.form("/login", "email=a%40example.org&password=x").status()).isEqualTo(403);
    Browser.Answer page = browser.get("/login");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body())
        .contains("ログイン", "/assets/musubi.css")
        .doesNotContain("<style", "style=");
    assertThat(profiles.browser().in("en").get("/login").body()).contains("Sign in");
  }

  @Test
  void session_cookie_is_hidden_from_scripts_and_changes_at_sign_in() {
    World.Member member = world.member("SEEKER", "ADMIN");
    Browser browser = profiles.browser();
    Browser.Answer asked = browser.get(world.authorizePath());
    assertThat(asked.header("Location")).isEqualTo("/login");
    String before = cookie(asked);
    Browser.Answer signedIn =
        browser.submit(
            "/login", "/login", Map.of("email", member.email(), "password", World.PASSWORD));
    assertThat(signedIn.header("Location")).startsWith("/oauth2/authorize?");
    assertThat(cookie(signedIn)).isNotEqualTo(before).contains("HttpOnly", "SameSite=Lax");
  }

  private static String cookie(Browser.Answer answer) {
    return answer.response().headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("MUSUBI_AUTH="))
        .findFirst()
        .orElse("");
  }

  @Test
  void person_of_two_organisations_chooses_one() {
    World.Member member = world.member("SEEKER", "ADMIN");
    UUID second = world.organisation("BROKER");
    Browser.Answer joined =
        profiles
            .browser()
            .with(world.operator())
            .json(
                "POST",
                "/internal/demo",
                """
                {"accounts":[{"email":"%s","name":"見本 花子","organisation":"%s","role":"VIEWER"}],
                 "password":"%s"}
                """
                    .formatted(member.email(), second, World.PASSWORD));
    assertThat(joined.status()).isEqualTo(200);
    Browser browser = profiles.browser();
    browser.get(world.authorizePath());
    Browser.Answer signedIn =
        browser.submit(
            "/login", "/login", Map.of("email", member.email(), "password", World.PASSWORD));
    assertThat(signedIn.header("Location")).isEqualTo("/oauth2/organisation");
    assertThat(browser.get(world.authorizePath()).header("Location")).isEqualTo("/login");
    Browser.Answer chosen =
        browser.submit(
            "/oauth2/organisation",
            "/oauth2/organisation",
            Map.of("organisation", second.toString()));
    String code = World.codeOf(browser.get(chosen.header("Location")));
    JsonNode claims = World.claims(world.exchange(browser, code).text("/access_token"));
    assertThat(claims.path("org").asString()).isEqualTo(second.toString());
    assertThat(claims.path("role").asString()).isEqualTo("VIEWER");
  }

  @Test
  void signing_out_ends_the_session_and_leads_home() {
    World.Member member = world.member("SEEKER", "ADMIN");
    Browser browser = profiles.browser();
    String code = world.code(browser, member.email(), World.PASSWORD);
    String idToken = world.exchange(browser, code).text("/id_token");
    assertThat(browser.get(world.authorizePath()).header("Location")).contains("code=");
    Browser.Answer left =
        browser.get(
            "/logout-authorization?client_id=web&id_token_hint="
                + idToken
                + "&post_logout_redirect_uri="
                + Browser.encode(profiles.url() + "/"));
    assertThat(left.status()).isEqualTo(302);
    assertThat(left.header("Location")).isEqualTo(profiles.url() + "/");
    assertThat(browser.get(world.authorizePath()).header("Location")).isEqualTo("/login");
  }

  @Test
  void id_token_opens_no_api() {
    World.Member member = world.member("SEEKER", "ADMIN");
    Browser browser = profiles.browser();
    String idToken =
        world
            .exchange(browser, world.code(browser, member.email(), World.PASSWORD))
            .text("/id_token");
    assertThat(profiles.browser().with(idToken).get("/api/v1/me").status()).isEqualTo(403);
  }

  @Test
  void keys_may_be_changed_while_old_tokens_stay_good() {
    World.Member member = world.member("SEEKER", "ADMIN");
    String operator = world.operator();
    Browser.Answer rotated =
        profiles.browser().with(operator).json("POST", "/internal/keys/rotations", null);
    assertThat(rotated.status()).isEqualTo(200);
    assertThat(profiles.browser().with(member.token()).get("/api/v1/me").status()).isEqualTo(200);
    String token = world.operator();
    assertThat(kid(token)).isEqualTo(rotated.text("/kid")).isNotEqualTo(kid(operator));
    JsonNode keys = profiles.browser().get("/oauth2/jwks").json().path("keys");
    assertThat(keys.size()).isGreaterThanOrEqualTo(2);
    assertThat(keys.valueStream()).allMatch(key -> !key.has("d") && !key.has("p"));
  }

  private static String kid(String token) {
    byte[] header = java.util.Base64.getUrlDecoder().decode(token.split("\\.")[0]);
    return tools.jackson.databind.json.JsonMapper.shared().readTree(header).path("kid").asString();
  }
}

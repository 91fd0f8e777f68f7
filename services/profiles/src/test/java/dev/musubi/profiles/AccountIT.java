package dev.musubi.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccountIT {
  private static final String OTHER = "nine large whales dance";
  private final RunningProfiles profiles = RunningProfiles.shared();
  private final World world = new World(profiles);

  @Test
  void forgotten_password_is_set_anew_by_a_mailed_link_and_ends_all_sessions() {
    World.Member member = world.member("SEEKER", "ADMIN");
    Browser signedIn = profiles.browser();
    world.code(signedIn, member.email(), World.PASSWORD);
    Browser page = profiles.browser();
    Browser.Answer asked =
        page.submit("/oauth2/password", "/oauth2/password", Map.of("email", member.email()));
    assertThat(asked.header("Location")).isEqualTo("/oauth2/done?what=mailed");
    String token = new Mailbox(profiles, member.email()).token("パスワードの再設定");
    Browser.Answer set =
        page.submit(
            "/oauth2/password/new?token=" + token,
            "/oauth2/password/new",
            Map.of("token", token, "password", OTHER));
    assertThat(set.header("Location")).isEqualTo("/oauth2/done?what=password-set");
    assertThat(signedIn.get(world.authorizePath()).header("Location")).isEqualTo("/login");
    assertThat(world.accessToken(member.email(), OTHER)).isNotEmpty();
    new Mailbox(profiles, member.email()).mail("パスワードが変更されました");
  }

  @Test
  void reset_looks_the_same_for_unknown_addresses() {
    World.Member member = world.member("SEEKER", "ADMIN");
    String path = "/api/v1/accounts/password-resets";
    Browser.Answer known =
        profiles.browser().json("POST", path, "{\"email\":\"%s\"}".formatted(member.email()));
    Browser.Answer unknown =
        profiles.browser().json("POST", path, "{\"email\":\"nobody@example.org\"}");
    assertThat(known.status()).isEqualTo(202);
    assertThat(unknown.status()).isEqualTo(202);
    assertThat(unknown.body()).isEqualTo(known.body());
  }

  @Test
  void password_is_changed_by_the_old_one() {
    World.Member member = world.member("SEEKER", "VIEWER");
    Browser browser = profiles.browser().with(member.token());
    assertThat(change(browser, "wrong old password", OTHER).errors())
        .containsExactly("/current:password");
    assertThat(change(browser, World.PASSWORD, "short").errors())
        .containsExactly("/password:password");
    assertThat(change(browser, World.PASSWORD, OTHER).status()).isEqualTo(204);
    assertThat(world.accessToken(member.email(), OTHER)).isNotEmpty();
  }

  private static Browser.Answer change(Browser browser, String current, String password) {
    return browser.json(
        "POST",
        "/api/v1/me/password",
        "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, password));
  }

  @Test
  void person_gets_all_data_about_themselves_and_has_it_erased() {
    World.Member admin = world.member("SEEKER", "ADMIN");
    World.Member member = world.member(admin.organisation(), "EDITOR");
    Browser browser = profiles.browser().with(member.token());
    browser.create("/api/v1/needs", "{\"title\":\"題\"}");
    JsonNode data = browser.get("/api/v1/me/data").json();
    assertThat(data.at("/account/email").asString()).isEqualTo(member.email());
    assertThat(data.at("/memberships/0/role").asString()).isEqualTo("EDITOR");
    assertThat(data.at("/needsWritten").size()).isEqualTo(1);
    assertThat(data.toString()).doesNotContain("argon2", "password");
    String erasure = "{\"password\":\"%s\"}";
    assertThat(browser.json("POST", "/api/v1/me/erasure", erasure.formatted("wrong")).status())
        .isEqualTo(422);
    assertThat(
            browser.json("POST", "/api/v1/me/erasure", erasure.formatted(World.PASSWORD)).status())
        .isEqualTo(204);
    new Mailbox(profiles, member.email()).mail("アカウントを消去しました");
    Browser.Answer gone =
        profiles
            .browser()
            .submit(
                "/login", "/login", Map.of("email", member.email(), "password", World.PASSWORD));
    assertThat(gone.status()).isEqualTo(401);
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(404);
  }

  @Test
  void last_administrator_is_not_erased() {
    World.Member admin = world.member("SEEKER", "ADMIN");
    Browser.Answer answer =
        profiles
            .browser()
            .with(admin.token())
            .json("POST", "/api/v1/me/erasure", "{\"password\":\"%s\"}".formatted(World.PASSWORD));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("/type")).isEqualTo("urn:musubi:problem:last-administrator");
    assertThat(answer.text("/organisation")).isEqualTo(admin.organisation().toString());
  }

  @Test
  void person_changes_name_and_language() {
    World.Member member = world.member("SEEKER", "VIEWER");
    Browser browser = profiles.browser().with(member.token());
    String tag = browser.get("/api/v1/me").header("ETag");
    Browser.Answer changed =
        browser.json("PATCH", "/api/v1/me", "{\"lang\":\"en\"}", "If-Match", tag);
    assertThat(changed.text("/lang")).isEqualTo("en");
    assertThat(changed.text("/name")).isEqualTo("見本 花子");
    assertThat(browser.json("PATCH", "/api/v1/me", "{\"lang\":\"ja\"}", "If-Match", tag).status())
        .isEqualTo(412);
  }

  @Test
  void services_learn_addresses_and_nobody_else_does() {
    World.Member member = world.member("SEEKER", "ADMIN");
    String path = "/internal/contacts?organisation=" + member.organisation();
    Browser.Answer contacts = profiles.browser().with(world.service()).get(path);
    assertThat(contacts.json().at("/0/email").asString()).isEqualTo(member.email());
    assertThat(contacts.json().at("/0/alertMail").asBoolean()).isTrue();
    assertThat(profiles.browser().with(member.token()).get(path).status()).isEqualTo(403);
    assertThat(profiles.browser().get(path).status()).isEqualTo(401);
    String account = contacts.json().at("/0/account").asString();
    assertThat(
            profiles
                .browser()
                .with(world.service())
                .get("/internal/accounts/" + account)
                .text("/memberships/0/role"))
        .isEqualTo("ADMIN");
  }
}

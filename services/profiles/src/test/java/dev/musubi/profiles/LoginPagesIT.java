package dev.musubi.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages of sign-in and registration as people see them. */
class LoginPagesIT {
  private final RunningProfiles profiles = RunningProfiles.shared();

  @Test
  void every_page_offers_the_other_language_and_keeps_a_choice() {
    Browser browser = profiles.browser().in("ja");
    assertThat(browser.get("/login").body())
        .contains("<html lang=\"ja\">")
        .contains("href=\"/login?lang=en\"");
    assertThat(browser.get("/oauth2/registration?lang=en").body())
        .contains("<html lang=\"en\">")
        .contains("href=\"/oauth2/registration?lang=ja\"");
    assertThat(browser.get("/oauth2/password").body()).contains("<html lang=\"en\">");
  }

  @Test
  void a_registration_without_its_fields_is_told_what_to_fill_in() {
    Browser browser = profiles.browser().in("ja");
    Browser.Answer answer =
        browser.submit("/oauth2/registration", "/oauth2/registration", Map.of("kind", ""));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("<title>エラー：組織を登録する")
        .contains("<a href=\"#name\">名称：入力してください。</a>")
        .contains("<a href=\"#kind\">組織の種類：一覧から選んでください。</a>")
        .contains("aria-describedby=\"email-error\"");
  }

  @Test
  void a_wrong_password_is_an_error_in_the_title_too() {
    Browser.Answer answer =
        profiles
            .browser()
            .in("en")
            .submit("/login", "/login", Map.of("email", "a@b.example", "password", "x"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("<title>Error: Sign in | Musubi</title>");
  }
}

package dev.musubi.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegistrationIT {
  private final RunningProfiles profiles = RunningProfiles.shared();
  private final World world = new World(profiles);

  private static String address() {
    return "r" + UUID.randomUUID() + "@example.org";
  }

  private Browser.Answer register(String email, String language) {
    return profiles
        .browser()
        .create(
            "/api/v1/organisations",
            """
            {"kind":"SEEKER","name":"見本精機","nameEn":"Mihon Seiki","prefecture":"27","jsic":["E24"],
             "size":"SMALL","administrator":{"email":"%s","name":"見本 太郎","lang":"%s"}}
            """
                .formatted(email, language));
  }

  @Test
  void organisation_joins_when_its_administrator_has_proven_the_address() {
    String email = address();
    assertThat(register(email, "ja").status()).isEqualTo(202);
    Mailbox mailbox = new Mailbox(profiles, email);
    assertThat(mailbox.mail("登録を完了してください").text()).contains("見本精機", "見本 太郎");
    String token = mailbox.token("登録を完了してください");
    Browser page = profiles.browser();
    assertThat(page.get("/oauth2/verification?token=" + token).body()).contains("見本精機");
    Browser.Answer weak = confirm(page, token, "password1234");
    assertThat(weak.status()).isEqualTo(422);
    assertThat(weak.body()).contains("推測されやすい");
    Browser.Answer done = confirm(page, token, World.PASSWORD);
    assertThat(done.header("Location")).isEqualTo("/oauth2/done?what=verified");
    String access = world.accessToken(email, World.PASSWORD);
    assertThat(World.claims(access).path("role").asString()).isEqualTo("ADMIN");
    assertThat(World.claims(access).path("org_kind").asString()).isEqualTo("SEEKER");
    assertThat(page.get("/oauth2/verification?token=" + token).status()).isEqualTo(410);
  }

  private static Browser.Answer confirm(Browser page, String token, String password) {
    return page.submit(
        "/oauth2/verification?token=" + token,
        "/oauth2/verification",
        Map.of("token", token, "password", password));
  }

  @Test
  void known_address_gets_the_same_answer_and_another_mail() {
    World.Member member = world.member("SEEKER", "ADMIN");
    Browser.Answer known = register(member.email(), "ja");
    Browser.Answer unknown = register(address(), "ja");
    assertThat(known.status()).isEqualTo(unknown.status());
    assertThat(known.body()).isEqualTo(unknown.body());
    Mailbox mailbox = new Mailbox(profiles, member.email());
    assertThat(mailbox.mail("すでにアカウント").text()).doesNotContain("token=");
  }

  @Test
  void mails_are_written_in_the_readers_language() {
    String email = address();
    register(email, "en");
    assertThat(new Mailbox(profiles, email).mail("finish your registration").text())
        .contains("within 48 hours");
  }

  @Test
  void one_address_cannot_be_flooded() {
    String email = address();
    for (int i = 0; i < 5; i++) {
      assertThat(register(email, "ja").status()).isEqualTo(202);
    }
    Browser.Answer stopped = register(email, "ja");
    assertThat(stopped.status()).isEqualTo(429);
    assertThat(stopped.header("Retry-After")).isNotEmpty();
    profiles.bean(JdbcClient.class).sql("DELETE FROM throttle").update();
  }

  @Test
  void no_name_can_open_another_header_of_a_mail() {
    String email = address();
    Browser.Answer answer =
        operatorRegisters(
            """
            {"kind":"SEEKER","name":"x\\r\\nBcc: evil@example.org",
             "administrator":{"email":"%s","name":"y\\nReply-To: evil@example.org","lang":"en"}}
            """
                .formatted(email));
    assertThat(answer.status()).isEqualTo(201);
    String subject = new Mailbox(profiles, email).mail("invitation from").subject();
    assertThat(subject).isEqualTo("Musubi: invitation from x Bcc: evil@example.org");
    assertThat(profiles.mails().received())
        .noneMatch(mail -> mail.recipient().equals("evil@example.org"));
  }

  private Browser.Answer operatorRegisters(String organisation) {
    return profiles.browser().with(world.operator()).create("/api/v1/organisations", organisation);
  }

  /** What only the service decides, sent along by somebody who hopes that it is taken over. */
  @Test
  void fields_that_only_the_service_sets_are_refused_and_not_passed_over() {
    World.Member admin = world.member("SEEKER", "ADMIN");
    for (String field :
        List.of("id", "version", "state", "organisationId", "sample", "createdAt", "verified")) {
      Browser.Answer answer =
          profiles
              .browser()
              .with(admin.token())
              .create(
                  "/api/v1/needs",
                  "{\"title\":\"題\",\"text\":\"文\",\"%s\":\"x\"}".formatted(field));
      assertThat(answer.status()).as(field).isEqualTo(422);
    }
    Browser.Answer raised =
        profiles
            .browser()
            .with(world.member(admin.organisation(), "EDITOR").token())
            .json(
                "PATCH",
                "/api/v1/organisations/" + admin.organisation(),
                "{\"kind\":\"ADMINISTRATOR\"}",
                "If-Match",
                "\"1\"");
    assertThat(raised.status()).isIn(403, 415, 422);
  }

  @Test
  void administrators_of_the_installation_do_not_register_themselves() {
    Browser.Answer answer =
        profiles
            .browser()
            .create(
                "/api/v1/organisations",
                """
                {"kind":"ADMINISTRATOR","name":"x","administrator":{"email":"%s","name":"y"}}
                """
                    .formatted(address()));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.errors()).containsExactly("/kind:value");
  }

  @Test
  void every_wrong_field_of_a_registration_is_told_at_once() {
    Browser.Answer answer =
        profiles
            .browser()
            .in("en")
            .create(
                "/api/v1/organisations",
                """
                {"kind":"CLUB","name":"","corporateNumber":"1234567890123","prefecture":"48",
                 "jsic":["Z99"],"size":"HUGE","website":"ftp://x","administrator":{"email":"nobody"}}
                """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "/kind:value",
            "/name:required",
            "/corporateNumber:value",
            "/prefecture:value",
            "/jsic/0:value",
            "/size:value",
            "/website:format",
            "/administrator/email:value",
            "/administrator/name:required");
    assertThat(answer.body()).contains("corporate number").doesNotContain("must match");
  }

  @Test
  void operator_registers_an_organisation_at_once_and_invites_its_administrator() {
    String email = address();
    Browser.Answer answer =
        operatorRegisters(
            """
            {"kind":"BROKER","name":"見本商工会議所","administrator":{"email":"%s","name":"見本 次郎"}}
            """
                .formatted(email));
    assertThat(answer.status()).isEqualTo(201);
    String token = new Mailbox(profiles, email).token("からの招待");
    Browser.Answer joined =
        profiles
            .browser()
            .json(
                "POST",
                "/api/v1/accounts/invitations/acceptances",
                "{\"token\":\"%s\",\"name\":\"見本 次郎\",\"password\":\"%s\"}"
                    .formatted(token, World.PASSWORD));
    assertThat(joined.status()).isEqualTo(201);
    String access = world.accessToken(email, World.PASSWORD);
    assertThat(World.claims(access).path("org").asString()).isEqualTo(answer.text("/id"));
  }

  @Test
  void registration_form_keeps_what_was_typed_and_says_what_is_wrong() {
    Browser.Answer answer =
        profiles
            .browser()
            .submit(
                "/oauth2/registration",
                "/oauth2/registration",
                Map.of("kind", "SEEKER", "name", "見本精機", "corporateNumber", "12", "email", "x"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("見本精機", "13桁の法人番号を確かめて、書き直してください", "name@example.jp の形で書いてください");
  }
}

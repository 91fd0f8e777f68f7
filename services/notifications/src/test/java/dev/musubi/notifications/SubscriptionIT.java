package dev.musubi.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.notifications.application.ForgetPersonalData;
import dev.musubi.notifications.world.Http;
import dev.musubi.notifications.world.Http.Answer;
import dev.musubi.notifications.world.Instance;
import dev.musubi.notifications.world.World;
import dev.musubi.testkit.EngineKit;
import dev.musubi.testkit.ReceivedMail;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Double opt-in, proof of consent and one-click unsubscription, with a real mail server. */
final class SubscriptionIT {
  private static final Pattern CONFIRM = Pattern.compile("/c/([A-Za-z0-9_-]{44})");
  private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
  private static final World WORLD = new World().withoutKafka();
  private static Instance service;
  private static Http nobody;

  @BeforeAll
  static void start() {
    service = WORLD.start();
    nobody = new Http(service, null);
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @Test
  void address_receives_nothing_but_the_question_until_its_owner_confirms() {
    String address = address();
    assertThat(signUp(address).status()).isEqualTo(202);
    ReceivedMail mail = mail(address);
    assertThat(mail.subject()).isEqualTo("配信登録の確認をお願いします");
    assertThat(mail.header("List-Unsubscribe")).isEmpty();
    assertThat(state(address)).isEqualTo("PENDING");

    String token = token(mail);
    Answer described = nobody.get(SUBSCRIPTIONS + "/tokens/" + token);
    assertThat(described.json().path("kind").stringValue()).isEqualTo("CONFIRMATION");
    assertThat(described.json().path("state").stringValue()).isEqualTo("OPEN");
    assertThat(described.json().path("address").stringValue()).isEqualTo("s***@example.jp");
    assertThat(state(address)).describedAs("reading changes nothing").isEqualTo("PENDING");

    assertThat(confirm(token).json().path("status").stringValue()).isEqualTo("CONFIRMED");
    assertThat(state(address)).isEqualTo("CONFIRMED");
  }

  @Test
  void proof_tells_text_time_and_origin_of_request_and_confirmation_without_an_address() {
    String address = address();
    signUp(address);
    confirm(token(mail(address)));
    List<String> proof =
        service
            .database()
            .sql(
                """
                select c.form_version || '|' || (c.requested_at is not null) || '|'
                  || length(c.requested_from) || '|' || length(c.requested_with) || '|'
                  || (c.confirmed_at >= c.requested_at) || '|' || length(c.confirmed_from)
                from consent c join subscription s on s.id = c.subscription_id
                where s.email = :email
                """)
            .param("email", address)
            .query(String.class)
            .list();
    assertThat(proof).containsExactly("2026-11-01|true|64|64|true|64");
  }

  @Test
  void confirmation_works_once_and_says_so_afterwards() {
    String address = address();
    signUp(address);
    String token = token(mail(address));
    confirm(token);
    unsubscribe(subscriptionToken(address));
    assertThat(confirm(token).json().path("status").stringValue()).isEqualTo("ALREADY_CONFIRMED");
    assertThat(state(address)).isEqualTo("UNSUBSCRIBED");
  }

  @Test
  void confirmation_expires() {
    String address = address();
    signUp(address);
    String token = token(mail(address));
    WORLD.clock().jump(Duration.ofDays(4));
    try {
      Answer answer = confirm(token);
      assertThat(answer.status()).isEqualTo(410);
      assertThat(answer.json().path("type").stringValue())
          .isEqualTo("urn:musubi:problem:confirmation-expired");
    } finally {
      WORLD.clock().jump(Duration.ofDays(-4));
    }
  }

  @Test
  void one_click_ends_it_however_often_and_unknown_tokens_get_the_same_answer() {
    String address = address();
    signUp(address);
    confirm(token(mail(address)));
    String token = subscriptionToken(address);
    Answer first = unsubscribe(token);
    Answer second = unsubscribe(token);
    Answer unknown = unsubscribe("A".repeat(44));
    assertThat(first.status()).isEqualTo(200);
    assertThat(second.response().body()).isEqualTo(first.response().body());
    assertThat(unknown.response().body()).isEqualTo(first.response().body());
    assertThat(unknown.status()).isEqualTo(200);
    assertThat(state(address)).isEqualTo("UNSUBSCRIBED");
  }

  @Test
  void subscriber_changes_the_choice_by_the_token_of_a_digest() {
    String address = address();
    signUp(address);
    confirm(token(mail(address)));
    Answer changed =
        nobody.put(
            SUBSCRIPTIONS + "/tokens/" + subscriptionToken(address),
            """
            {"lang":"en","frequency":"WEEKLY","interests":{"fields":["MACHINERY"]}}
            """);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().path("lang").stringValue()).isEqualTo("en");
    assertThat(changed.json().path("frequency").stringValue()).isEqualTo("WEEKLY");
    assertThat(changed.json().at("/interests/fields/0").stringValue()).isEqualTo("MACHINERY");
  }

  @Test
  void known_address_cannot_be_told_from_an_unknown_one_and_keeps_its_choice() {
    String address = address();
    Answer unknown = signUp(address);
    confirm(token(mail(address)));
    EngineKit.shared().smtp().clear();
    Answer known = signUp(address);
    assertThat(known.status()).isEqualTo(unknown.status());
    assertThat(known.response().body()).isEqualTo(unknown.response().body());
    mail(address);
    assertThat(state(address)).isEqualTo("CONFIRMED");
  }

  @Test
  void stranger_cannot_be_flooded_with_questions() {
    String address = address();
    for (int n = 0; n < 8; n++) {
      assertThat(signUp(address).status()).isEqualTo(202);
    }
    assertThat(
            service
                .database()
                .sql(
                    "select count(*) from consent c join subscription s"
                        + " on s.id = c.subscription_id where s.email = :email")
                .param("email", address)
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  @Test
  void repeated_request_with_the_same_key_asks_once() {
    String address = address();
    String key = UUID.randomUUID().toString();
    nobody.post(SUBSCRIPTIONS, body(address), key);
    Answer repeated = nobody.post(SUBSCRIPTIONS, body(address), key);
    assertThat(repeated.status()).isEqualTo(202);
    assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(
            service.count(
                "select count(*) from delivery d join subscription s"
                    + " on d.recipient = 'subscription:' || s.id where s.email = '"
                    + address
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void every_wrong_field_is_told_at_once() {
    Answer answer =
        nobody.post(
            SUBSCRIPTIONS,
            """
            {"email":"a@b.jp\\r\\nBcc: c@d.jp","lang":"ja","frequency":"DAILY","consent":false,
             "formVersion":"1999","interests":{"fields":["NOPE"],"prefectures":["99"]}}
            """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").findValuesAsString("field"))
        .contains("/consent", "/formVersion", "/interests/fields/0", "/interests/prefectures/0")
        .anyMatch(field -> field.equals("/email"));
  }

  @Test
  void what_was_never_confirmed_is_forgotten_after_a_week_and_what_ended_after_a_month() {
    String pending = address();
    signUp(pending);
    mail(pending);
    String ended = address();
    signUp(ended);
    confirm(token(mail(ended)));
    unsubscribe(subscriptionToken(ended));
    ForgetPersonalData forget = service.part(ForgetPersonalData.class);
    WORLD.clock().jump(Duration.ofDays(8));
    try {
      forget.run();
      assertThat(rows(pending)).isZero();
      assertThat(rows(ended)).describedAs("proof is kept for a month").isEqualTo(1);
      WORLD.clock().jump(Duration.ofDays(24));
      forget.run();
      assertThat(rows(ended)).isZero();
    } finally {
      WORLD.clock().jump(Duration.ofDays(-32));
    }
  }

  private static long rows(String address) {
    return service.count("select count(*) from subscription where email = '" + address + "'");
  }

  private static String address() {
    return "s" + UUID.randomUUID() + "@example.jp";
  }

  private static Answer signUp(String address) {
    return nobody.post(SUBSCRIPTIONS, body(address));
  }

  private static String body(String address) {
    return """
    {"email":"%s","lang":"ja","frequency":"DAILY","consent":true,"formVersion":"2026-11-01",
     "interests":{"query":"選別","fields":[],"prefectures":["27"]}}
    """
        .formatted(address);
  }

  private static Answer confirm(String token) {
    return nobody.post(SUBSCRIPTIONS + "/confirmations", "{\"token\":\"" + token + "\"}");
  }

  private static Answer unsubscribe(String token) {
    return nobody.post(SUBSCRIPTIONS + "/unsubscriptions", "{\"token\":\"" + token + "\"}");
  }

  private static String subscriptionToken(String address) {
    UUID id =
        service
            .database()
            .sql("select id from subscription where email = :email")
            .param("email", address)
            .query(UUID.class)
            .single();
    return service
        .part(dev.musubi.notifications.domain.Tokens.class)
        .write(
            new dev.musubi.notifications.domain.Token(
                dev.musubi.notifications.domain.Token.Purpose.SUBSCRIPTION, id));
  }

  private static String state(String address) {
    return service
        .database()
        .sql("select state from subscription where email = :email")
        .param("email", address)
        .query(String.class)
        .single();
  }

  private static ReceivedMail mail(String address) {
    return await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                EngineKit.shared().smtp().received().stream()
                    .filter(mail -> mail.recipient().equals(address))
                    .findFirst()
                    .orElse(null),
            Objects::nonNull);
  }

  private static String token(ReceivedMail mail) {
    Matcher matcher = CONFIRM.matcher(String.valueOf(mail.text()));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}

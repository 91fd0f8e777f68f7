package dev.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The health page: for administrators, in words, and also when services are away. */
class OperationPageIT {
  @RegisterExtension static final RunningWeb WEB = RunningWeb.shared();

  private static final String OPERATION = "GET /internal/operation";

  @BeforeEach
  void all_is_well() {
    answering("\"kind\":\"ENGINE\",\"what\":\"postgres\",\"count\":2,\"late\":false");
  }

  private static void answering(String reading) {
    WEB.services()
        .reply(
            OPERATION,
            200,
            "{\"service\":\"x\",\"begun\":\"2026-11-30T00:00:00Z\",\"readings\":[{"
                + reading
                + (reading.contains("oldestSeconds") ? "" : ",\"oldestSeconds\":0")
                + "}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OWNER", "SEEKER", "BROKER", "FINANCE", "AGENCY"})
  void for_everybody_else_there_is_no_such_page(String kind) {
    WEB.services().signIn().organisationKind(kind);
    try (Visit visit = WEB.visit().signedIn()) {
      assertThat(visit.get("/operation").statusCode()).isEqualTo(404);
      assertThat(visit.get("/").body()).doesNotContain("/operation");
    }
  }

  @Test
  void an_administrator_reads_that_all_is_well() {
    try (Visit visit = administrator("ja")) {
      assertThat(visit.get("/operation").body())
          .contains("すべて正常に動いています", "検索とつき合わせ", "画面と入口", "PostgreSQL")
          .doesNotContain("??");
      assertThat(visit.get("/").body()).contains("href=\"/operation\"");
    }
    try (Visit visit = administrator("en")) {
      assertThat(visit.get("/operation").body())
          .contains("Everything is running as it should", "Running since 30 November 2026");
    }
  }

  @Test
  void what_is_stuck_is_told_with_what_to_do_next() {
    answering(
        "\"kind\":\"STUCK\",\"what\":\"dead-letters\",\"of\":\"matching.listing\","
            + "\"count\":3,\"late\":true");
    try (Visit visit = administrator("en")) {
      assertThat(visit.get("/operation").body())
          .contains("Events that could not be handled (matching.listing), 3 of them")
          .contains("./musubi dead-letters list")
          .contains("5 things need your attention");
    }
  }

  @Test
  void what_is_late_is_told_with_its_age_and_the_programs_own_words() {
    answering(
        "\"kind\":\"WAITING\",\"what\":\"outbox\",\"count\":12000,\"oldestSeconds\":7300,"
            + "\"late\":true,\"trouble\":\"Kafka: <b>no broker</b>\"");
    try (Visit visit = administrator("en")) {
      assertThat(visit.get("/operation").body())
          .contains("12,000", "2 hours", "Kafka: &lt;b&gt;no broker&lt;/b&gt;");
    }
  }

  @Test
  void a_service_that_gives_no_answer_is_said_to_give_none() {
    WEB.services().reply(OPERATION, 503, "{}");
    try (Visit visit = administrator("ja")) {
      String page = visit.get("/operation").body();
      assertThat(page).contains("検索とつき合わせ：応答がありません。", "./musubi logs matching");
      assertThat(page).contains("確かめることが 5 件あります");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres",
        "kafka",
        "elasticsearch",
        "redis",
        "smtp",
        "model",
        "disk",
        "search-disk",
        "outbox",
        "parked-keys",
        "consumer",
        "dead-letters",
        "tasks",
        "parked-tasks",
        "mailings",
        "mails",
        "digests",
        "webhooks",
        "failed-mails"
      })
  void every_reading_has_words_in_both_languages(String what) {
    answering("\"kind\":\"STUCK\",\"what\":\"" + what + "\",\"count\":1,\"late\":true");
    for (String language : new String[] {"ja", "en"}) {
      try (Visit visit = administrator(language)) {
        var answer = visit.get("/operation");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??", "reading.", ">" + what + "<");
      }
    }
  }

  private static Visit administrator(String language) {
    WEB.services().signIn().organisationKind("ADMINISTRATOR");
    return WEB.visit().reading(language).signedIn();
  }
}

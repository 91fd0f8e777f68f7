package dev.musubi.e2e;

import static dev.musubi.e2e.Product.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How the installation fares, as its administrators see it; and one request in all logs. */
final class OperationIT {
  private static final String ADMINISTRATOR = "admin@demo.musubi.example";

  @Test
  void an_administrator_sees_every_service_and_engine_at_once_in_both_languages() {
    for (var width : Width.values()) {
      for (var lang : new String[] {"ja", "en"}) {
        try (var visit = Browser.signedIn(ADMINISTRATOR, width, lang)) {
          var from = Instant.now();
          visit.open("/operation");
          assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(6));
          assertThat(visit.page().locator("main").textContent())
              .contains("PostgreSQL", "Kafka", "Elasticsearch", "Redis")
              .doesNotContain("??");
          assertThat(visit.page().locator(".card").count()).isEqualTo(6);
          visit.mustBeSound();
        }
      }
    }
  }

  @Test
  void the_command_line_tells_what_the_page_tells() {
    patiently()
        .untilAsserted(
            () ->
                assertThat(Product.RUNNING.musubi("status").text())
                    .containsAnyOf("Nothing is late, stuck or away.", "/operation"));
  }

  @Test
  void a_request_through_the_door_is_found_in_the_logs_of_all_who_work_for_it() {
    var firm = Api.of(Product.FIRM);
    var draft = firm.post(Market.NEEDS, Subject.ja().needInJapanese()).must(201);
    var trace = UUID.randomUUID().toString().replace("-", "");
    Api.send(
            firm.request(Market.NEEDS + "/" + draft.id() + "/activate")
                .header("If-Match", draft.etag())
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .POST(BodyPublishers.noBody()))
        .must(200);
    patiently()
        .untilAsserted(
            () ->
                assertThat(Product.RUNNING.musubi("logs", "--trace", trace).text())
                    .containsPattern("matching +\\| .*" + trace + ".*matching.need handled")
                    .containsPattern("notifications +\\| .*" + trace + ".* handled"));
  }
}

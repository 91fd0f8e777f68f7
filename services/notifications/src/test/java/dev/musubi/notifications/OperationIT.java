package dev.musubi.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.notifications.world.Instance;
import dev.musubi.notifications.world.World;
import dev.musubi.testkit.api.ApiClient;
import dev.musubi.testkit.identity.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is due and what was given up is seen, as a metric and as a reading. */
final class OperationIT {
  private static final World WORLD = new World().withoutKafka();
  private static Instance service;

  @BeforeAll
  static void start() {
    service = WORLD.start();
    service
        .database()
        .sql(
            """
            insert into digest_run (audience, period, started_at)
            values ('TEST', '2020-01-01', now() - interval '4 hours')
            """)
        .update();
    service
        .database()
        .sql(
            """
            insert into delivery (id, recipient, subject_key, kind, subject_id, content, state,
              next_attempt_at, created_at, settled_at)
            values (gen_random_uuid(), 'account:x', 'k', 'DIGEST', gen_random_uuid(), '{}', 'FAILED',
              now(), now(), now())
            """)
        .update();
  }

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @Test
  void metrics_tell_what_is_due_what_failed_and_how_many_pages_are_open() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create(service.url() + "/actuator/prometheus");
      String metrics =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
      assertThat(metrics)
          .contains("musubi_digests_due 1.0")
          .contains("musubi_mails_failed 1.0")
          .contains("musubi_mails_due 0.0")
          .contains("musubi_webhooks_due 0.0")
          .contains("musubi_streams_open 0.0")
          .containsPattern("musubi_digests_oldest_seconds 14[0-9]{3}");
    }
  }

  @Test
  void a_digest_that_is_not_finished_after_hours_is_late_and_a_failed_mail_is_stuck() {
    // The connection to Redis comes about beside the start.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(late())
                    .contains("digests", "failed-mails")
                    .doesNotContain("mails", "redis", "smtp", "postgres"));
  }

  private static List<String> late() {
    var report =
        ApiClient.at(service.url())
            .with(TestIssuer.shared().operatorToken())
            .get("/internal/operation")
            .json();
    return report
        .path("readings")
        .valueStream()
        .filter(it -> it.path("late").asBoolean())
        .map(it -> it.path("what").asString())
        .toList();
  }
}

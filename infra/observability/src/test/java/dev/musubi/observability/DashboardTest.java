package dev.musubi.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Alerts and panels ask for metrics that exist. */
class DashboardTest {
  private static final Pattern METRIC = Pattern.compile("musubi_[a-z_]+");

  @ParameterizedTest
  @ValueSource(strings = {"prometheus/alerts.yml", "grafana/musubi.json"})
  void every_metric_that_is_asked_for_is_documented(String file) throws IOException {
    assertThat(metrics(file)).isNotEmpty().isSubsetOf(metrics("README.md"));
  }

  @Test
  void every_documented_number_that_calls_for_somebody_has_an_alert() throws IOException {
    assertThat(metrics("prometheus/alerts.yml"))
        .contains(
            "musubi_outbox_oldest_seconds",
            "musubi_outbox_parked",
            "musubi_consumer_oldest_seconds",
            "musubi_consumer_deadletters",
            "musubi_tasks_parked",
            "musubi_mails_failed",
            "musubi_disk_free_bytes");
  }

  @Test
  void the_dashboard_is_readable_json_with_a_question_in_every_panel() throws IOException {
    var panels =
        new JsonMapper().readTree(Files.readString(Path.of("grafana/musubi.json"))).path("panels");
    assertThat(panels.size()).isGreaterThan(10);
    assertThat(panels).allMatch(panel -> !panel.at("/targets/0/expr").asString("").isBlank());
  }

  private static Set<String> metrics(String file) throws IOException {
    Set<String> names = new TreeSet<>();
    METRIC
        .matcher(Files.readString(Path.of(file)))
        .results()
        .map(MatchResult::group)
        .forEach(names::add);
    return names;
  }
}

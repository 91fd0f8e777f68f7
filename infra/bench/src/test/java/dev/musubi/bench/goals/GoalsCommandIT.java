package dev.musubi.bench.goals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.bench.Bench;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The command at a size that says nothing about speed, but that all is measured. */
class GoalsCommandIT {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    var commands = Bench.commandLine();
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(err, true));
    return commands.execute(words);
  }

  @Test
  void relay_poison_and_embedding_are_measured_against_their_counterparts(@TempDir Path folder)
      throws Exception {
    var json = folder.resolve("figures.json");
    var chart = folder.resolve("figures.svg");
    var code =
        run(
            "goals",
            "--rows",
            "relay,poison,embedding",
            "--rounds",
            "1",
            "--size",
            "0.03",
            "--json",
            json.toString(),
            "--chart",
            chart.toString());
    assertThat(code).as("%s%n%s", out, err).isZero();
    var rows = JsonMapper.shared().readTree(Files.readString(json)).path("rows");
    assertThat(rows.size()).isEqualTo(3);
    for (var row : rows) {
      for (var figure : row.path("figures")) {
        assertThat(figure.path("product").path(0).asDouble()).as("%s", figure).isPositive();
        assertThat(figure.path("bare").path(0).asDouble()).as("%s", figure).isPositive();
      }
    }
    assertThat(Files.readString(chart)).startsWith("<svg").endsWith("</svg>\n");
    assertThat(out.toString()).contains("≥ 0.10", "≥ 0.95", "≤ 3.00");
  }

  @Test
  void a_line_that_does_not_exist_is_refused_with_those_that_do() {
    assertThat(run("goals", "--rows", "relai")).isEqualTo(2);
    assertThat(err.toString()).contains("relai", "start, embedding, relay, poison, alert");
  }
}

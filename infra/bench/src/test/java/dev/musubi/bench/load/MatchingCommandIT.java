package dev.musubi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.bench.Bench;
import dev.musubi.bench.BenchElasticsearch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command from its arguments to its output, over a real Elasticsearch. */
class MatchingCommandIT {
  private static final int HEAP = 512;
  private final Path folder;

  MatchingCommandIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void both_directions_are_measured_and_the_indices_stay_for_the_next_run() throws IOException {
    var out = new StringWriter();
    var err = new StringWriter();
    var data = folder.resolve("data");

    var status =
        Bench.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(
                ("matching --listings 40 --needs 30 --rounds 1 --questions 2 --no-vectors --heap "
                        + HEAP
                        + " --docs "
                        + texts("abstract")
                        + " --queries "
                        + texts("text")
                        + " --data "
                        + data)
                    .split(" "));

    assertThat(status).as(err.toString()).isZero();
    assertThat(out.toString()).contains("40").contains("30");
    try (var again = BenchElasticsearch.startKept(HEAP, data)) {
      assertThat(count(again, "listings")).isEqualTo(40);
      assertThat(count(again, "needs")).isEqualTo(30);
    }
  }

  @Test
  void several_numbers_show_how_the_cost_grows() throws IOException {
    var out = new StringWriter();
    var err = new StringWriter();

    var status =
        Bench.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(
                ("matching --listings 20,200 --needs 10 --rounds 1 --questions 2 --no-vectors"
                        + " --heap "
                        + HEAP
                        + " --docs "
                        + texts("abstract")
                        + " --queries "
                        + texts("text"))
                    .split(" "));

    assertThat(status).as(err.toString()).isZero();
    assertThat(out.toString()).contains("20 → 200", "n^");
  }

  private Path texts(String field) throws IOException {
    var line =
        "{\"id\": \"1\", \"lang\": \"en\", \"FIELD\": \"A thin primer keeps the coating on welds.\"}\n";
    return Files.writeString(folder.resolve(field + ".jsonl"), line.replace("FIELD", field));
  }

  private static long count(BenchElasticsearch elasticsearch, String index) {
    return elasticsearch.engine().get("/load-" + index + "/_count").path("count").asLong();
  }
}

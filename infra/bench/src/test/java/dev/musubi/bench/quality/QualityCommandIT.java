package dev.musubi.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.bench.Bench;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command from its arguments to its output, over a real Elasticsearch. */
class QualityCommandIT {
  private final Path folder;

  QualityCommandIT(@TempDir Path folder) {
    this.folder = folder;
  }

  private record Outcome(int status, String out, String err) {}

  private static Outcome run(List<String> more) {
    var out = new StringWriter();
    var err = new StringWriter();
    var words = new ArrayList<>(List.of("quality"));
    words.addAll(more);
    var status =
        Bench.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(words.toArray(String[]::new));
    return new Outcome(status, out.toString(), err.toString());
  }

  private static Path collection(String file) {
    try {
      return Path.of(QualityCommandIT.class.getResource("/collection/" + file).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<String> tiny(String... more) {
    var words = new ArrayList<String>();
    words.addAll(List.of("--docs", collection("docs_ja.jsonl").toString()));
    words.addAll(List.of("--docs", collection("docs_en.jsonl").toString()));
    words.addAll(List.of("--queries", collection("queries.jsonl").toString()));
    words.addAll(List.of("--qrels", collection("qrels.tsv").toString()));
    words.addAll(List.of(more));
    return words;
  }

  @Test
  void a_bilingual_collection_is_measured_from_end_to_end() throws IOException {
    var table = folder.resolve("run.tsv");

    var outcome = run(tiny("--json", "--out", table.toString()));

    assertThat(outcome.status()).as(outcome.err()).isZero();
    JsonNode json = new JsonMapper().readTree(outcome.out());
    assertThat(json.path("documents").asInt()).isEqualTo(12);
    assertThat(json.path("questions").asInt()).isEqualTo(10);
    // Eight questions in the language of their answer; two go across, which words alone cannot.
    var text = json.path("rankings").path("text");
    assertThat(text.path("ndcg@10").asDouble()).isBetween(0.75, 0.95);
    assertThat(json.path("rankings").path("final").path("ndcg@10").asDouble())
        .isGreaterThanOrEqualTo(text.path("ndcg@10").asDouble());
    assertThat(json.path("notes")).hasSize(1);
    assertThat(Files.readAllLines(table))
        .anySatisfy(line -> assertThat(line).startsWith("q-sort\tsort\t1\t").endsWith("\ttext"))
        .allSatisfy(line -> assertThat(line.split("\t")).hasSize(5));
  }

  @Test
  void a_missing_file_is_told_in_one_line_before_anything_is_started() {
    var words = tiny();
    words.set(1, folder.resolve("nowhere.jsonl").toString());

    var outcome = run(words);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err().strip()).contains("nowhere.jsonl").doesNotContain("\n");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void a_ranking_that_does_not_exist_is_refused_as_a_wrong_command() {
    var outcome = run(tiny("--only", "text,tea-leaves"));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("tea-leaves");
  }
}

package dev.musubi.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demonstration's own files go in, twice. */
class DemoIT {
  private static final Path FILES = Path.of("../../infra/launcher/src/main/resources/demo");
  private final RunningProfiles profiles = RunningProfiles.shared();
  private final World world = new World(profiles);

  private static String lines(String file) throws IOException {
    List<String> lines =
        Files.readAllLines(FILES.resolve(file)).stream().filter(line -> !line.isBlank()).toList();
    return "[" + String.join(",", lines) + "]";
  }

  @Test
  void sample_data_are_taken_and_taking_them_again_changes_nothing() throws IOException {
    String people =
        "{\"organisations\":%s,\"accounts\":%s,\"password\":\"%s\"}"
            .formatted(lines("organisations.jsonl"), lines("accounts.jsonl"), World.PASSWORD);
    String needs = "{\"needs\":%s}".formatted(lines("needs.jsonl"));
    Browser operator = profiles.browser().with(world.operator());
    Browser.Answer first = operator.json("POST", "/internal/demo", people);
    assertThat(first.body()).doesNotContain("errors");
    assertThat(first.json().path("organisations").asInt()).isPositive();
    Browser.Answer written = operator.json("POST", "/internal/demo/needs", needs);
    assertThat(written.body()).doesNotContain("errors");
    assertThat(written.json().path("needs").asInt()).isPositive();
    assertThat(operator.json("POST", "/internal/demo", people).json().path("accounts").asInt())
        .isZero();
    assertThat(operator.json("POST", "/internal/demo/needs", needs).json().path("needs").asInt())
        .isZero();
    assertThat(world.accessToken("tlo@demo.musubi.example", World.PASSWORD)).isNotEmpty();
  }
}

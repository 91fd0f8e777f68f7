package dev.musubi.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes up the secrets. */
final class NewEnvTest {
  private static final Pattern REQUIRED = Pattern.compile("\\$\\{(\\w+):\\?");

  @Test
  void all_that_docker_compose_asks_for_is_set_and_readable_for_its_owner_alone(
      @TempDir Path folder) throws Exception {
    var file = folder.resolve(".env");
    var values = run(file);
    var required =
        REQUIRED
            .matcher(Project.text("docker-compose.yml"))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(values.keySet()).containsAll(required);
    assertThat(values).containsEntry("COMPOSE_PROFILES", "engines,services");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void no_two_secrets_are_the_same_and_none_breaks_an_address(@TempDir Path folder)
      throws Exception {
    var secrets = run(folder.resolve(".env"));
    secrets.keySet().removeIf(name -> !name.matches(".*(PASSWORD|SECRET)$"));
    assertThat(secrets.values()).doesNotHaveDuplicates().allMatch(s -> s.matches("[\\w-]{32}"));
    var others = run(folder.resolve("other"));
    assertThat(others.values()).doesNotContainAnyElementsOf(secrets.values());
  }

  @Test
  void what_is_set_stays_and_what_is_missing_is_added(@TempDir Path folder) throws Exception {
    var file = folder.resolve(".env");
    Files.writeString(file, "MUSUBI_PORT=9999\nMUSUBI_REDIS_PASSWORD=mine");
    var values = run(file);
    assertThat(values)
        .containsEntry("MUSUBI_PORT", "9999")
        .containsEntry("MUSUBI_REDIS_PASSWORD", "mine")
        .containsKey("MUSUBI_TOKEN_SECRET");
    assertThat(run(file)).isEqualTo(values);
  }

  private static Map<String, String> run(Path file) throws IOException, InterruptedException {
    var script = Project.TOP.resolve("infra/images/new-env").toString();
    var process =
        new ProcessBuilder("bash", script, file.toString()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return Files.readAllLines(file).stream()
        .collect(Collectors.toMap(line -> line.split("=", 2)[0], line -> line.split("=", 2)[1]));
  }
}

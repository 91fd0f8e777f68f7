package dev.musubi.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.testkit.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** HAZARDS.md names tests that exist. */
final class HazardsTest {
  private static final Pattern NAMED = Pattern.compile("`([^`#]+\\.java)#([a-z_]+)`");

  @Test
  void every_hazard_has_a_test_that_exists() throws IOException {
    List<String> lines =
        Files.readAllLines(ProjectFolder.top().resolve("infra/security/HAZARDS.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| hazard"))
            .toList();
    List<String> missing = new ArrayList<>();
    for (String line : lines) {
      Matcher test = NAMED.matcher(line);
      if (!test.find() || !isThere(test.group(1), test.group(2))) {
        missing.add(line);
      }
    }
    assertThat(lines).hasSizeGreaterThan(30);
    assertThat(missing).isEmpty();
  }

  private static boolean isThere(String path, String method) throws IOException {
    Path file = ProjectFolder.top().resolve(path);
    return Files.exists(file) && Files.readString(file).contains("void " + method + "(");
  }
}

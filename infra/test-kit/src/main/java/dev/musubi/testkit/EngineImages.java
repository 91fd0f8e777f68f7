package dev.musubi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The images that {@code docker-compose.yml} and the images of the services are built on: tests run
 * on the very versions that people run.
 */
final class EngineImages {
  private static final List<String> FILES =
      List.of("docker-compose.yml", "infra/images/service/Dockerfile");

  private EngineImages() {}

  /** With its tag, for example {@code postgres:18.6} for {@code postgres}. */
  static String named(String repository) {
    var line =
        Pattern.compile(
            "^\\s*(?:image:|FROM)\\s+(" + Pattern.quote(repository) + ":\\S+)\\s*$",
            Pattern.MULTILINE);
    return FILES.stream()
        .flatMap(file -> line.matcher(text(file)).results())
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No image " + repository + " is named in " + FILES));
  }

  private static String text(String file) {
    try {
      return Files.readString(ProjectFolder.top().resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

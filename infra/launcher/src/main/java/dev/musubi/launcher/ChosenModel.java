package dev.musubi.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Which model matching uses: the caller's, that of {@code musubi model use}, or what ships. */
final class ChosenModel {
  private static final String FOLDER = "MUSUBI_MODEL";
  private static final String DIMENSIONS = "MUSUBI_EMBEDDINGS_DIMENSIONS";

  private final Path file;

  ChosenModel(DataFolder data) {
    this.file = data.path().resolve("model");
  }

  /** What the environment of matching says of it. */
  Map<String, String> environment() {
    var called = System.getenv(FOLDER);
    if (called != null) {
      return Map.of(FOLDER, called);
    }
    if (Files.exists(file)) {
      var lines = lines();
      return Map.of(FOLDER, lines[0], DIMENSIONS, lines[1]);
    }
    return shipped().map(it -> Map.of(FOLDER, it)).orElse(Map.of());
  }

  /** The folder in use, if there is one. */
  Optional<Path> folder() {
    return Optional.ofNullable(environment().get(FOLDER)).map(Path::of);
  }

  /** The one that ships with this copy. */
  static Optional<String> shipped() {
    return Optional.ofNullable(System.getProperty("musubi.model"));
  }

  void choose(Path folder, String dimensions) {
    try {
      Files.writeString(
          file, folder.toAbsolutePath().normalize() + "\n" + dimensions.strip() + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String[] lines() {
    try {
      return Files.readString(file).strip().split("\n", 2);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

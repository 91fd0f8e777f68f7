package dev.musubi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the measurements keep what they need: beside the product's other data, or where told. */
public final class Workplace {
  private Workplace() {}

  /** The folder that stays between runs. */
  public static Path folder() {
    try {
      return Files.createDirectories(home().resolve("bench"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The folder of the embedding model: {@code MUSUBI_MODEL}, or the one that ships. */
  public static Path model() {
    return Optional.ofNullable(System.getenv("MUSUBI_MODEL"))
        .filter(it -> !it.isBlank())
        .map(Path::of)
        .orElseGet(() -> sources().resolve("infra/embedding/model/musubi-e5-small-ja-en"));
  }

  private static Path home() {
    var set = System.getProperty("musubi.home");
    return set == null ? sources().resolve(".musubi") : Path.of(set);
  }

  /** The checked-out tree: that of the script, or for tests the one above the working folder. */
  public static Path sources() {
    var set = System.getProperty("musubi.home");
    var at = (set == null ? Path.of("") : Path.of(set)).toAbsolutePath();
    while (at != null && !Files.exists(at.resolve("musubi"))) {
      at = at.getParent();
    }
    if (at == null) {
      throw Texts.failure("failure.no-sources");
    }
    return at;
  }
}

package dev.musubi.testkit.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An input that is kept.
 *
 * @param name of its file: what it is about, or a hash when the fuzzer found it by coverage
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares seeds.
record Seed(String name, byte[] bytes) {

  static List<Seed> of(Class<?> target) {
    URL folder = target.getResource("/fuzz/" + target.getSimpleName());
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().map(Seed::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Seed read(Path file) {
    try {
      return new Seed(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.musubi.e2e.faults.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What consumers say in the logs of a copy: a line for each event whose handler has run to its end.
 * A process that is killed may not come to write its line, but none is written for what was passed
 * over.
 */
final class Handled {
  private static final Pattern LINE =
      Pattern.compile("([a-z]+\\.[a-z-]+) handled ([0-9a-f]{8}-[0-9a-f-]{27})");
  private final Path logs;

  Handled(Path data) {
    this.logs = data.resolve("log");
  }

  /** Consumer and event, as often as it was handled. */
  List<String> read() {
    var found = new ArrayList<String>();
    try (var files = Files.list(logs)) {
      for (var file : files.filter(it -> it.toString().contains(".log")).toList()) {
        read(file, found);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return found;
  }

  private static void read(Path file, List<String> found) throws IOException {
    // A process that is killed may leave half a character behind; Latin-1 reads any byte.
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      lines
          .map(LINE::matcher)
          .filter(java.util.regex.Matcher::find)
          .forEach(it -> found.add(it.group(1) + " " + it.group(2)));
    }
  }
}

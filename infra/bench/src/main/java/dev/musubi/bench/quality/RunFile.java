package dev.musubi.bench.quality;

import dev.musubi.bench.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** All lists as a table: question, document, place, score, ranking. */
final class RunFile {
  private RunFile() {}

  static void write(Path file, List<Trial> trials, List<String> rankings) {
    try (var out = Files.newBufferedWriter(file)) {
      for (var name : rankings) {
        for (var trial : trials) {
          var place = 0;
          for (var it : trial.list(name)) {
            place++;
            var cells = new Object[] {trial.query().id(), it.id(), place, it.raw(), name};
            out.write(String.format(Locale.ROOT, "%s\t%s\t%d\t%.6f\t%s%n", cells));
          }
        }
      }
    } catch (IOException failure) {
      throw Texts.failure("failure.unwritable", file, failure.getMessage());
    }
  }
}

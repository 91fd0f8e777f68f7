package dev.musubi.bench.goals;

import dev.musubi.bench.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts of the sample listings, in both languages; again from the first when more are wanted. */
final class SampleTexts {
  private static final String FILE = "infra/launcher/src/main/resources/demo/listings.jsonl";

  private SampleTexts() {}

  static List<String> listings(int number) {
    return some(number, text -> String.join("\n", strings(text)));
  }

  static List<String> titles(int number) {
    return some(number, text -> text.path("title").asString(""));
  }

  private interface Reader {
    String read(JsonNode text);
  }

  private static List<String> some(int number, Reader reader) {
    var found = new ArrayList<String>();
    try (var lines = Files.lines(Workplace.sources().resolve(FILE))) {
      lines.forEach(
          line ->
              JsonMapper.shared()
                  .readTree(line)
                  .path("texts")
                  .forEach(text -> found.add(reader.read(text))));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    found.removeIf(String::isBlank);
    var texts = new ArrayList<String>();
    for (var i = 0; i < number; i++) {
      texts.add(found.get(i % found.size()));
    }
    return texts;
  }

  private static List<String> strings(JsonNode text) {
    var strings = new ArrayList<String>();
    text.properties()
        .forEach(
            it -> {
              if (it.getValue().isString() && !it.getKey().equals("lang")) {
                strings.add(it.getValue().asString());
              }
            });
    return strings;
  }
}

package dev.musubi.bench.quality;

import dev.musubi.bench.BenchFailure;
import dev.musubi.bench.Texts;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file with one JSON object a line. */
public final class JsonLines {
  private static final JsonMapper MAPPER = new JsonMapper();

  private JsonLines() {}

  /** One object, with its place for whoever must mend it. */
  public record Line(Path file, int number, JsonNode json) {
    boolean has(String field) {
      return json.has(field);
    }

    /** Empty when it is missing, null, or no text. */
    public String text(String field) {
      return json.path(field).asString("");
    }

    String required(String field) {
      var text = text(field);
      if (text.isBlank()) {
        throw failure(Texts.of("failure.lacks", field));
      }
      return text;
    }

    BenchFailure failure(String what) {
      return Texts.failure("failure.line", file, number, what);
    }
  }

  /** All objects; blank lines are passed over. */
  public static List<Line> read(Path file) {
    var lines = new ArrayList<Line>();
    var number = 0;
    for (var line : lines(file)) {
      number++;
      if (!line.isBlank()) {
        lines.add(new Line(file, number, json(file, number, line)));
      }
    }
    return lines;
  }

  private static JsonNode json(Path file, int number, String line) {
    try {
      var json = MAPPER.readTree(line);
      if (json.isObject()) {
        return json;
      }
    } catch (JacksonException malformed) {
      // Told below, in words for whoever made the file.
    }
    throw Texts.failure("failure.line", file, number, Texts.of("failure.no-json"));
  }

  /** The lines of a text file, without a byte order mark. */
  static List<String> lines(Path file) {
    try {
      var lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
      if (!lines.isEmpty() && lines.getFirst().startsWith("\uFEFF")) {
        lines.set(0, lines.getFirst().substring(1));
      }
      return lines;
    } catch (NoSuchFileException missing) {
      throw Texts.failure("failure.no-file", file);
    } catch (CharacterCodingException coding) {
      throw Texts.failure("failure.coding", file);
    } catch (IOException failure) {
      throw Texts.failure("failure.unreadable", file, failure.getMessage());
    }
  }
}

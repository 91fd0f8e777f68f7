package dev.musubi.listings.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All formats that can be read, from the mapping files of the class path. */
final class Formats {
  private static final List<String> FILES =
      List.of(
          "musubi-jsonl",
          "open-patent-database",
          "jplatpat-csv",
          "lens-csv",
          "google-patents-csv",
          "research-jsonl");

  private final List<Format> formats;

  private Formats(List<Format> formats) {
    this.formats = formats;
  }

  static Formats load() {
    JsonMapper json =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    return new Formats(FILES.stream().map(file -> read(json, file)).toList());
  }

  private static Format read(JsonMapper json, String file) {
    String path = "/formats/" + file + ".json";
    try (InputStream in = Formats.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The mapping " + path + " is missing from the build");
      }
      return json.readValue(in, Format.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Format> all() {
    return formats;
  }

  Optional<Format> byId(String id) {
    return formats.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /** The format with the longest signature that the headers fulfil. */
  Optional<Format> recognise(Collection<String> headers, boolean csv) {
    Set<String> normal = headers.stream().map(Headers::normal).collect(Collectors.toSet());
    return formats.stream()
        .filter(format -> (format.kind() == Format.Kind.CSV) == csv)
        .filter(format -> format.recognises(normal) > 0)
        .max(Comparator.comparingInt(format -> format.recognises(normal)));
  }
}

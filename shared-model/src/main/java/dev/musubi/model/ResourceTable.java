package dev.musubi.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Reads the small tables of names and codes that lie beside the classes. */
final class ResourceTable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ResourceTable() {}

  static <T> List<T> read(String file, Class<T[]> rows) {
    try (InputStream in = ResourceTable.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing from the jar: " + file);
      }
      return List.of(MAPPER.readValue(in, rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

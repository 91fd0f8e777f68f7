package dev.musubi.listings.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a format by the headers of a file. Normalising a header costs more than reading a
 * cell, so each spelling is normalised once, and not once a row.
 */
final class Columns {
  /** A file in which every row has other names must not fill the memory. */
  private static final int MOST_SPELLINGS = 1_000;

  private final Map<String, Format.Column> byNormalHeader = new HashMap<>();
  private final Map<String, Optional<Format.Column>> bySpelling = new HashMap<>();

  Columns(Format format) {
    for (Format.Column column : format.columns()) {
      column.headers().forEach(it -> byNormalHeader.putIfAbsent(Headers.normal(it), column));
    }
  }

  /** The column of a header as it stands in a file, whatever its width, case and spaces. */
  Optional<Format.Column> of(String header) {
    Optional<Format.Column> known = bySpelling.get(header);
    if (known != null) {
      return known;
    }
    Optional<Format.Column> found = Optional.ofNullable(byNormalHeader.get(Headers.normal(header)));
    if (bySpelling.size() < MOST_SPELLINGS) {
      bySpelling.put(header, found);
    }
    return found;
  }
}

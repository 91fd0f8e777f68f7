package dev.musubi.listings.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a file gave: its format, its encoding, its rows in our words, its unknown columns. */
record ReadFile(String format, String encoding, List<ReadRow> rows, Set<String> unknown) {
  private static final Formats FORMATS = Formats.load();

  static ReadFile of(OpenedFile.Bytes bytes, @Nullable String format) throws IOException {
    try (OpenedFile opened = OpenedFile.open(FORMATS, bytes, format)) {
      RowReader reader = new RowReader(opened.format());
      List<ReadRow> rows = new ArrayList<>();
      opened.rows().forEachRemaining(row -> rows.add(reader.read(row)));
      return new ReadFile(
          opened.format().id(),
          opened.encoding().label(),
          rows,
          new TreeSet<>(reader.unknownColumns()));
    }
  }

  JsonNode input(int row) {
    return java.util.Objects.requireNonNull(rows.get(row).input());
  }

  /** Codes of the problems of each row. */
  List<List<String>> problems() {
    return rows.stream()
        .map(row -> row.problems().stream().map(RowProblem::code).toList())
        .toList();
  }
}

package dev.musubi.listings.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** Turns rows of one format into our own words, and remembers columns that nobody knows. */
final class RowReader {
  /** More names than these help nobody. */
  private static final int MOST_UNKNOWN = 100;

  /** Fields beside those of the listing that a row in our own words may have. */
  private static final Set<String> ENVELOPE = Set.of("externalId", "organisation", "publish");

  private final Format format;
  private final Columns columns;
  private final Set<String> unknownColumns = new TreeSet<>();

  RowReader(Format format) {
    this.format = format;
    this.columns = new Columns(format);
  }

  Set<String> unknownColumns() {
    return unknownColumns;
  }

  ReadRow read(RawRow row) {
    if (row.damage() != null) {
      return new ReadRow(row.line(), null, null, List.of(row.damage()), Map.of());
    }
    if (row.whole() != null) {
      return inOwnWords(row.line(), row.whole());
    }
    ListingAssembler assembler = new ListingAssembler(format);
    row.values().forEach((header, values) -> fill(assembler, header, values));
    return assembler.finish(row.line());
  }

  private void fill(ListingAssembler assembler, String header, List<String> values) {
    Optional<Format.Column> column = columns.of(header);
    if (column.isPresent()) {
      assembler.fill(column.get(), header, values);
    } else if (!header.isBlank() && unknownColumns.size() < MOST_UNKNOWN) {
      unknownColumns.add(header);
    }
  }

  private static ReadRow inOwnWords(long line, ObjectNode object) {
    String externalId = object.path("externalId").asString("");
    ObjectNode input = object.deepCopy();
    input.remove(ENVELOPE);
    if (externalId.isBlank()) {
      RowProblem problem = RowProblem.error("externalId", "required", null);
      return new ReadRow(line, null, null, List.of(problem), Map.of());
    }
    if (input.toString().contains(ListingAssembler.REPLACEMENT)) {
      RowProblem problem = RowProblem.error(null, "undecodable", null);
      return new ReadRow(line, externalId, null, List.of(problem), Map.of());
    }
    return new ReadRow(line, externalId, input, List.of(), Map.of());
  }
}

package dev.musubi.listings.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row as the file has it.
 *
 * @param line on which it begins, starting at 1
 * @param values by header; several values where the file says so itself (a JSON array)
 * @param whole the object of a row that is in our own words, or null
 * @param damage what keeps it from being read at all, or null
 */
record RawRow(
    long line,
    Map<String, List<String>> values,
    @Nullable ObjectNode whole,
    @Nullable RowProblem damage) {

  static RawRow of(long line, Map<String, List<String>> values) {
    return new RawRow(line, values, null, null);
  }

  static RawRow whole(long line, ObjectNode object) {
    return new RawRow(line, Map.of(), object, null);
  }

  static RawRow damaged(long line, RowProblem damage) {
    return new RawRow(line, Map.of(), null, damage);
  }
}

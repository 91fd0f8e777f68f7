package dev.musubi.listings.imports;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row, for the person who made the file.
 *
 * @param column header in which it stands, or null when it is the row as a whole
 * @param code key of the sentence that says what to do, {@code import.row.<code>}
 * @param found what the file has there, cut to a readable length, or null
 * @param severity whether the row is left out, or only this cell
 */
record RowProblem(@Nullable String column, String code, @Nullable String found, Severity severity) {
  private static final int READABLE = 120;

  /** Whether the row is left out, or only one of its cells. */
  enum Severity {
    ERROR,
    WARNING
  }

  RowProblem {
    if (found != null && found.length() > READABLE) {
      found = found.substring(0, READABLE) + "…";
    }
  }

  /** A problem for which the row is left out. */
  static RowProblem error(@Nullable String column, String code, @Nullable String found) {
    return new RowProblem(column, code, found, Severity.ERROR);
  }

  /** A problem for which only the cell is left out. */
  static RowProblem warning(@Nullable String column, String code, @Nullable String found) {
    return new RowProblem(column, code, found, Severity.WARNING);
  }

  boolean isError() {
    return severity == Severity.ERROR;
  }
}

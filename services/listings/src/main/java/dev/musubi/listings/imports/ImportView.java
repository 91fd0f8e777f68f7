package dev.musubi.listings.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its uploader sees it.
 *
 * @param percent of the file that is read, 0 to 100
 * @param failure what stopped it as a whole and what to do, in the reader's language; or null
 * @param unknownColumns headers that no mapping knows; their cells were left out
 */
record ImportView(
    UUID id,
    UUID organisationId,
    String fileName,
    long sizeBytes,
    ImportJob.State state,
    @Nullable String failure,
    @Nullable String format,
    @Nullable String formatName,
    @Nullable String encoding,
    boolean publish,
    int percent,
    long rowsRead,
    long created,
    long updated,
    long unchanged,
    long rejected,
    long published,
    List<String> unknownColumns,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /**
   * A problem of a row.
   *
   * @param severity ERROR: the row was left out. WARNING: a cell was left out, or the listing stays
   *     a draft
   * @param message what to do, in the reader's language
   * @param found what the file has there
   */
  record Problem(
      long line,
      @Nullable String externalId,
      @Nullable UUID listingId,
      RowProblem.Severity severity,
      @Nullable String column,
      String message,
      @Nullable String found) {}

  /**
   * A format that can be imported.
   *
   * @param id for the field {@code format}
   * @param columns headers that it knows
   */
  record KnownFormat(String id, String name, List<String> columns) {}
}

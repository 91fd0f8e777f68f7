package dev.musubi.listings.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it is.
 *
 * @param requestedFormat id of a format, or null to recognise it
 * @param mandate the organisation's declaration about co-owners' consents, or null
 * @param failureCode key {@code import.file.<code>} of what stopped it as a whole, or null
 * @param sizeBytes of the file
 * @param bytesRead of the file, up to the last row that is stored
 */
record ImportJob(
    UUID id,
    UUID organisationId,
    String actor,
    String fileName,
    long sizeBytes,
    @Nullable String requestedFormat,
    boolean publish,
    @Nullable String mandate,
    State state,
    @Nullable String failureCode,
    @Nullable String failureDetail,
    @Nullable String format,
    @Nullable String encoding,
    List<String> headers,
    List<String> unknownColumns,
    long rowsRead,
    long bytesRead,
    Counts counts,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /** Where an import stands. */
  enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
  }

  /** What became of its rows so far. */
  record Counts(long created, long updated, long unchanged, long rejected, long published) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(
          created + other.created,
          updated + other.updated,
          unchanged + other.unchanged,
          rejected + other.rejected,
          published + other.published);
    }
  }
}

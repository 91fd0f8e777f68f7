package dev.musubi.web.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Progress of one import. */
public record ImportRun(
    String id,
    String fileName,
    String state,
    @Nullable String failure,
    @Nullable String formatName,
    @Nullable String encoding,
    int percent,
    long rowsRead,
    long created,
    long updated,
    long unchanged,
    long rejected,
    long published,
    List<String> unknownColumns) {

  /** Fills in what the service left out. */
  public ImportRun {
    unknownColumns = Known.list(unknownColumns);
  }

  /** Still under way. */
  public boolean running() {
    return state.equals("QUEUED") || state.equals("RUNNING");
  }

  /** A page of them. */
  public record Page(List<ImportRun> items, @Nullable String next) {
    /** Fills in what the service left out. */
    public Page {
      items = Known.list(items);
    }
  }

  /** A row with a fault, and what was found there. */
  public record RowError(
      long line,
      @Nullable String externalId,
      @Nullable String severity,
      @Nullable String column,
      @Nullable String message,
      @Nullable String found) {}

  /** A page of them. */
  public record Errors(List<RowError> items, @Nullable String next) {
    /** Fills in what the service left out. */
    public Errors {
      items = Known.list(items);
    }
  }
}

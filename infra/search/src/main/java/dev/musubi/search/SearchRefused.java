package dev.musubi.search;

/** Elasticsearch understood the request and refuses it; to repeat it is of no use. */
public final class SearchRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  SearchRefused(int status, String reason) {
    super("Elasticsearch answers " + status + ": " + reason);
    this.status = status;
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }
}

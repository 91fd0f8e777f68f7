package dev.musubi.search;

/**
 * Elasticsearch cannot be reached, is late, or is too busy. Nothing is wrong with the request; the
 * same may succeed later.
 */
public final class SearchAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SearchAway(String message) {
    super(message);
  }

  SearchAway(String message, Throwable cause) {
    super(message, cause);
  }
}

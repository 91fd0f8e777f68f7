package dev.musubi.embedding;

import org.jspecify.annotations.Nullable;

/** No vector now. The caller goes on without, says so, and comes back later. */
public final class EmbeddingUnavailable extends RuntimeException {
  /**
   * @param message what is away, for an operator
   * @param cause or null
   */
  public EmbeddingUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

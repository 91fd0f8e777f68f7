package dev.musubi.embedding;

import java.util.List;

/**
 * Texts and their role in, unit vectors out. Safe for use by many threads.
 *
 * <p>What every implementation must do is the suite {@code EmbedderContract}.
 */
public interface Embedder extends AutoCloseable {

  /** What makes the vectors. */
  ModelIdentity model();

  /**
   * Embeds texts.
   *
   * @param role of all of them
   * @param texts any length; what the model cannot read is cut off at the end; may be empty
   * @return one vector a text, in the same order, each of length {@code model().dimensions()} and
   *     Euclidean length 1
   * @throws EmbeddingUnavailable when the model or the endpoint does not answer in time
   */
  List<float[]> embed(Role role, List<String> texts);

  /** Like {@link #embed(Role, List)}, but lets searches go first: for loads of many texts. */
  default List<float[]> embedInBulk(Role role, List<String> texts) {
    return embed(role, texts);
  }

  @Override
  void close();
}

package dev.musubi.matching.scoring;

import dev.musubi.embedding.Embedder;
import dev.musubi.embedding.EmbeddingUnavailable;
import dev.musubi.embedding.ModelIdentity;
import dev.musubi.embedding.Role;
import java.util.List;

/** Where the vector leg has its vectors from. */
public interface Vectors {

  /**
   * What makes them.
   *
   * @throws LegAbsent while the model is not loaded, or its endpoint is away
   */
  ModelIdentity model();

  /**
   * The vector of a question.
   *
   * @throws LegAbsent when there is none yet
   */
  float[] of(Question.Kind kind, String text);

  /** Made when they are asked for, without keeping any. */
  static Vectors of(Embedder embedder) {
    return new Vectors() {
      @Override
      public ModelIdentity model() {
        return embedder.model();
      }

      @Override
      public float[] of(Question.Kind kind, String text) {
        try {
          return embedder.embed(role(kind), List.of(text)).getFirst();
        } catch (EmbeddingUnavailable away) {
          throw new LegAbsent("away", away);
        }
      }
    };
  }

  /** On which side of the model's training a question stands: a listing is a passage. */
  static Role role(Question.Kind kind) {
    return switch (kind) {
      case NEED, WORDS -> Role.QUERY;
      case LISTING -> Role.PASSAGE;
    };
  }
}

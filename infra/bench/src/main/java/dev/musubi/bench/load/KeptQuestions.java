package dev.musubi.bench.load;

import dev.musubi.embedding.ModelIdentity;
import dev.musubi.matching.scoring.LegAbsent;
import dev.musubi.matching.scoring.Question;
import dev.musubi.matching.scoring.VectorText;
import dev.musubi.matching.scoring.Vectors;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Vectors of questions that are kept, as the product keeps those of its needs and listings. */
final class KeptQuestions implements Vectors {
  private final ModelIdentity model;
  private final Map<String, float[]> kept = new ConcurrentHashMap<>();

  KeptQuestions(ModelIdentity model) {
    this.model = model;
  }

  void keep(Question question, float[] vector) {
    kept.put(VectorText.of(question), vector);
  }

  @Override
  public ModelIdentity model() {
    return model;
  }

  @Override
  public float[] of(Question.Kind kind, String text) {
    var vector = kept.get(text);
    if (vector == null) {
      throw new LegAbsent("not-ready", "The vector is not made yet");
    }
    return vector;
  }
}

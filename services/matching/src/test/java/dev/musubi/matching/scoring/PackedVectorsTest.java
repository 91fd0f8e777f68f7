package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class PackedVectorsTest {
  private static final Passages PASSAGES =
      new Passages(List.of(new Passages.Sentence("problem", "黒い樹脂を見分けられない。")));

  @Test
  void cosine_of_a_packed_vector_is_right_to_the_second_decimal() {
    var random = new Random(1);
    var question = unit(random);
    var sentences = List.of(unit(random), unit(random), question);
    var packed = PackedVectors.pack(sentences);
    for (var i = 0; i < sentences.size(); i++) {
      assertThat(PackedVectors.cosine(question, packed, i))
          .isCloseTo(cosine(question, sentences.get(i)), within(0.005));
    }
  }

  @Test
  void vectors_are_read_only_for_the_sentences_and_the_model_that_they_are_of() {
    var packed = PackedVectors.pack(List.of(unit(new Random(2))));
    var document = new JsonMapper().createObjectNode();
    PackedVectors.into(document, "e5@1", PASSAGES, packed);
    var others = new Passages(List.of(new Passages.Sentence("problem", "白い樹脂だけを見分ける。")));
    assertThat(PackedVectors.read(document, "e5@1", PASSAGES)).isEqualTo(packed);
    assertThat(PackedVectors.read(document, "e5@1", others)).isEmpty();
    assertThat(PackedVectors.read(document, "e5@2", PASSAGES)).isEmpty();
  }

  private static float[] unit(Random random) {
    var vector = new float[384];
    var squares = 0.0;
    for (var i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      squares += vector[i] * vector[i];
    }
    for (var i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  private static double cosine(float[] a, float[] b) {
    var sum = 0.0;
    for (var i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

package dev.musubi.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every embedder must do. */
abstract class EmbedderContract {

  abstract Embedder embedder();

  @Test
  void no_texts_give_no_vectors() {
    assertThat(embedder().embed(Role.QUERY, List.of())).isEmpty();
  }

  @Test
  void every_vector_has_the_length_one_and_the_dimensions_of_the_model() {
    List<float[]> vectors =
        embedder().embed(Role.PASSAGE, List.of("近赤外線で廃プラスチックを選別する", "a valve", "", "😀", "\u0000"));
    assertThat(vectors).hasSize(5);
    for (float[] vector : vectors) {
      assertThat(vector).hasSize(embedder().model().dimensions());
      assertThat(dot(vector, vector)).isCloseTo(1.0, within(1e-4));
    }
  }

  @Test
  void vectors_come_back_in_the_order_of_the_texts() {
    List<String> texts =
        IntStream.range(0, 70).mapToObj(i -> "技術 " + "長".repeat(i % 13 * 7) + i).toList();
    List<float[]> together = embedder().embed(Role.PASSAGE, texts);
    for (int i = 0; i < texts.size(); i += 23) {
      float[] alone = embedder().embed(Role.PASSAGE, List.of(texts.get(i))).getFirst();
      assertThat(dot(alone, together.get(i))).isCloseTo(1.0, within(0.03));
    }
  }

  @Test
  void a_text_without_end_is_read_from_its_beginning() {
    String endless = "水素を貯蔵する合金。".repeat(20_000);
    assertThat(embedder().embed(Role.QUERY, List.of(endless))).hasSize(1);
  }

  @Test
  void the_two_roles_of_a_text_differ() {
    float[] query = embedder().embed(Role.QUERY, List.of("耐熱性の接着剤")).getFirst();
    float[] passage = embedder().embed(Role.PASSAGE, List.of("耐熱性の接着剤")).getFirst();
    assertThat(dot(query, passage)).isLessThan(0.99999);
  }

  @Test
  void bulk_and_single_agree() {
    float[] single = embedder().embed(Role.PASSAGE, List.of("磁気軸受")).getFirst();
    float[] bulk = embedder().embedInBulk(Role.PASSAGE, List.of("磁気軸受")).getFirst();
    assertThat(dot(single, bulk)).isCloseTo(1.0, within(1e-3));
  }

  @Test
  void many_threads_may_ask_at_once() {
    List<Double> likeness =
        IntStream.range(0, 32)
            .parallel()
            .mapToObj(i -> embedder().embed(Role.QUERY, List.of("toothed belt", "歯付きベルト")))
            .map(pair -> dot(pair.get(0), pair.get(1)))
            .collect(Collectors.toList());
    assertThat(likeness)
        .allSatisfy(value -> assertThat(value).isCloseTo(likeness.getFirst(), within(1e-3)));
  }

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

package dev.musubi.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LocalEmbedderTest extends EmbedderContract {
  static final ModelFolder SHIPPED = new ModelFolder(Path.of("model", "musubi-e5-small-ja-en"));

  @SuppressWarnings("NullAway.Init")
  private LocalEmbedder embedder;

  @BeforeAll
  void load() {
    embedder = LocalEmbedder.load(SHIPPED, 1);
  }

  @AfterAll
  void close() {
    embedder.close();
  }

  @Override
  Embedder embedder() {
    return embedder;
  }

  /** Native memory that goes while somebody computes in it takes the whole process along. */
  @Test
  void who_embeds_while_the_model_is_closed_gets_vectors_and_then_an_error() throws Exception {
    var closing = LocalEmbedder.load(SHIPPED, 2);
    var begun = new CountDownLatch(4);
    var texts = List.of("魚卵の冷凍保存方法".repeat(30));
    try (var threads = Executors.newFixedThreadPool(4)) {
      var work = new ArrayList<Future<?>>();
      for (int i = 0; i < 4; i++) {
        boolean inBulk = i % 2 == 0;
        work.add(
            threads.submit(
                () -> {
                  while (true) {
                    var vectors =
                        inBulk
                            ? closing.embedInBulk(Role.PASSAGE, texts)
                            : closing.embed(Role.QUERY, texts);
                    assertThat(vectors).hasSize(1);
                    begun.countDown();
                  }
                }));
      }
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
      closing.close();
      for (var one : work) {
        assertThatThrownBy(() -> one.get(60, TimeUnit.SECONDS))
            .hasCauseInstanceOf(EmbeddingUnavailable.class)
            .hasMessageContaining("closed");
      }
    }
    closing.close();
  }

  @Test
  void a_need_lies_nearer_to_the_fitting_listing_in_either_language_than_to_another() {
    float[] need = embedder.embed(Role.QUERY, List.of("廃プラスチックを素材ごとに自動で分けたい")).getFirst();
    List<float[]> listings =
        embedder.embed(
            Role.PASSAGE,
            List.of(
                "近赤外線スペクトルによる樹脂片の種別判定装置",
                "Sorting of plastic waste by near-infrared spectroscopy",
                "魚卵の冷凍保存方法",
                "Method of preserving fish roe in the frozen state"));
    double ja = dot(need, listings.get(0));
    double en = dot(need, listings.get(1));
    assertThat(ja).isGreaterThan(dot(need, listings.get(2)));
    assertThat(en).isGreaterThan(dot(need, listings.get(3)));
    assertThat(en).isGreaterThan(dot(need, listings.get(2)));
  }

  @Test
  void a_vector_does_not_depend_on_the_texts_that_were_asked_for_with_it() {
    String text = "近赤外線スペクトルによる樹脂片の種別判定装置";
    List<String> others = List.of("魚卵", text, "長い文章です。".repeat(60), "PRESERVING FISH ROE");
    float[] alone = embedder.embed(Role.PASSAGE, List.of(text)).getFirst();
    assertThat(embedder.embed(Role.PASSAGE, others).get(1)).containsExactly(alone);
    assertThat(embedder.embedInBulk(Role.PASSAGE, others).get(1)).containsExactly(alone);
  }

  @Test
  void a_language_alone_brings_next_to_nothing_nearer() {
    List<float[]> needs =
        embedder.embed(
            Role.QUERY,
            List.of(
                "人の体のぬくもりだけで動く、作業着に付けるセンサーの電源がほしい。",
                "避難所で水をかけるだけで水素が取り出せる材料はないでしょうか。",
                "冷えるのを待たずに、赤く焼けた鍛造品の形をその場で測りたい。"));
    List<float[]> japanese =
        embedder.embed(
            Role.PASSAGE,
            List.of(
                "魚卵の冷凍保存方法。氷の粒を小さく保ち、解凍しても食感が変わらない。",
                "楽器の練習を助ける消音装置。弦の振動だけを和らげ、指の感触を変えない。",
                "無線網の経路の選び方。混み具合を端末どうしが伝え合い、遅れを減らす。"));
    List<float[]> english =
        embedder.embed(
            Role.PASSAGE,
            List.of(
                "Method of freezing fish roe. Ice grains stay small and the bite is kept.",
                "Mute for practising an instrument. Only the strings are damped.",
                "Choosing routes in a wireless network. Terminals tell each other of load."));
    // As the model gives them the English ones are .19 nearer; the card says why .05 are left.
    assertThat(mean(needs, japanese)).isCloseTo(mean(needs, english), within(0.06));
  }

  private static double mean(List<float[]> needs, List<float[]> passages) {
    return needs.stream()
        .flatMapToDouble(need -> passages.stream().mapToDouble(passage -> dot(need, passage)))
        .average()
        .orElseThrow();
  }

  @Test
  void means_that_are_not_of_the_model_are_refused(@TempDir Path folder) throws IOException {
    for (String file : List.of("CARD.md", "tokenizer.json", "model.onnx")) {
      Files.copy(SHIPPED.path().resolve(file), folder.resolve(file));
    }
    Files.writeString(folder.resolve("centre.tsv"), "ja\tquery\t0.5\n");
    assertThatThrownBy(() -> LocalEmbedder.load(new ModelFolder(folder), 1))
        .isInstanceOf(ModelFolder.InvalidModel.class)
        .hasMessageContaining("centre.tsv is not the file that its CARD.md describes");
  }

  @Test
  void capitals_are_read_like_small_letters() {
    List<float[]> pair =
        embedder.embed(Role.QUERY, List.of("TITANIUM ALLOY CASTING", "titanium alloy casting"));
    assertThat(dot(pair.get(0), pair.get(1))).isGreaterThan(0.9999);
  }

  @Test
  void a_missing_file_is_said_in_one_line(@TempDir Path empty) {
    assertThatThrownBy(() -> LocalEmbedder.load(new ModelFolder(empty), 1))
        .isInstanceOf(ModelFolder.InvalidModel.class)
        .hasMessageContaining("CARD.md")
        .hasMessageNotContaining("\n");
  }

  @Test
  void a_file_that_is_not_the_one_of_the_card_is_refused(@TempDir Path folder) throws IOException {
    Files.copy(SHIPPED.path().resolve("CARD.md"), folder.resolve("CARD.md"));
    Files.copy(SHIPPED.tokenizer(), folder.resolve("tokenizer.json"));
    Files.writeString(folder.resolve("model.onnx"), "not a model");
    assertThatThrownBy(() -> LocalEmbedder.load(new ModelFolder(folder), 1))
        .isInstanceOf(ModelFolder.InvalidModel.class)
        .hasMessageContaining("model.onnx is not the file that its CARD.md describes");
  }
}

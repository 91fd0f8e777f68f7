package dev.musubi.embedding;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * Tries a model on this machine: {@code ModelMain FOLDER}. Prints one line {@code key value} a fact
 * and ends with 0, or says in one line what is wrong and ends with 1.
 */
public final class ModelMain {
  private static final int ROUNDS = 20;

  private ModelMain() {}

  public static void main(String[] args) {
    try {
      check(Path.of(args[0]));
    } catch (ModelFolder.InvalidModel | EmbeddingUnavailable wrong) {
      System.err.println(wrong.getMessage());
      System.exit(1);
    }
  }

  private static void check(Path folder) {
    long from = System.nanoTime();
    try (LocalEmbedder model = LocalEmbedder.load(new ModelFolder(folder), 1)) {
      tell("model", model.model().name());
      tell("key", model.model().key());
      tell("sha256", model.model().fingerprint());
      tell("dimensions", model.model().dimensions());
      tell("load-milliseconds", (System.nanoTime() - from) / 1_000_000);
      List<float[]> need = model.embed(Role.QUERY, List.of("廃プラスチックを素材ごとに分けたい"));
      List<float[]> near =
          model.embed(Role.PASSAGE, List.of("Near-infrared sorting of waste plastics by material"));
      List<float[]> far =
          model.embed(Role.PASSAGE, List.of("Container that keeps the aroma of sake"));
      tell("cosine-near", cosine(need.getFirst(), near.getFirst()));
      tell("cosine-far", cosine(need.getFirst(), far.getFirst()));
      tell("query-milliseconds", milliseconds(model));
    }
  }

  private static void tell(String key, Object value) {
    System.out.println(key + " " + value);
  }

  private static String cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return "%.3f".formatted(sum);
  }

  private static String milliseconds(LocalEmbedder model) {
    List<String> text = Collections.singletonList("plastic sorting");
    long best = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long from = System.nanoTime();
      model.embed(Role.QUERY, text);
      best = Math.min(best, System.nanoTime() - from);
    }
    return "%.1f".formatted(best / 1e6);
  }
}

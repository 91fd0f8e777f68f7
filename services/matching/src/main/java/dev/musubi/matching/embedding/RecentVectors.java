package dev.musubi.matching.embedding;

import dev.musubi.matching.scoring.Remembered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Vectors of texts that were asked for lately: who turns a page or a filter asks the same again.
 */
final class RecentVectors {
  private final Map<String, float[]> vectors;

  /**
   * @param most how many are remembered
   */
  RecentVectors(int most) {
    this.vectors = new Remembered<>(most);
  }

  /**
   * @param make makes those that are not remembered, in their order
   */
  List<float[]> of(List<String> texts, Function<List<String>, List<float[]>> make) {
    var found = new HashMap<String, float[]>();
    synchronized (vectors) {
      for (var text : texts) {
        var known = vectors.get(text);
        if (known != null) {
          found.put(text, known);
        }
      }
    }
    var missing = texts.stream().distinct().filter(it -> !found.containsKey(it)).toList();
    if (!missing.isEmpty()) {
      remember(missing, make.apply(missing), found);
    }
    var all = new ArrayList<float[]>(texts.size());
    texts.forEach(it -> all.add(found.getOrDefault(it, new float[0])));
    return all;
  }

  private void remember(List<String> texts, List<float[]> made, Map<String, float[]> found) {
    synchronized (vectors) {
      for (var i = 0; i < texts.size(); i++) {
        found.put(texts.get(i), made.get(i));
        vectors.put(texts.get(i), made.get(i));
      }
    }
  }
}

package dev.musubi.bench.quality;

import java.util.List;
import java.util.Map;

/**
 * How good one list of documents is.
 *
 * @param ndcg at 10, with the grade as gain (Järvelin and Kekäläinen 2002, as trec_eval counts it)
 * @param recall at 100: share of the known answers among the first hundred
 * @param reciprocalRank one over the place of the first answer among the first hundred, or 0
 */
record Metrics(double ndcg, double recall, double reciprocalRank) {
  static final int NDCG_DEPTH = 10;
  static final int DEPTH = 100;

  /**
   * @param ranking ids of documents, the best first; of one that stands twice the first counts
   * @param grades of the answers; those that no list could hold count as missed
   */
  static Metrics of(List<String> ranking, Map<String, Integer> grades) {
    var list = ranking.stream().distinct().limit(DEPTH).toList();
    var found = list.stream().filter(grades::containsKey).count();
    var first = 0;
    while (first < list.size() && !grades.containsKey(list.get(first))) {
      first++;
    }
    return new Metrics(
        ndcg(list, grades),
        grades.isEmpty() ? 0 : (double) found / grades.size(),
        first < list.size() ? 1.0 / (first + 1) : 0);
  }

  private static double ndcg(List<String> list, Map<String, Integer> grades) {
    var gain = 0.0;
    for (var i = 0; i < Math.min(NDCG_DEPTH, list.size()); i++) {
      gain += grades.getOrDefault(list.get(i), 0) * discount(i);
    }
    var best =
        grades.values().stream()
            .sorted(java.util.Comparator.reverseOrder())
            .limit(NDCG_DEPTH)
            .mapToInt(Integer::intValue)
            .toArray();
    var ideal = 0.0;
    for (var i = 0; i < best.length; i++) {
      ideal += best[i] * discount(i);
    }
    return ideal > 0 ? gain / ideal : 0;
  }

  private static double discount(int place) {
    return Math.log(2) / Math.log(place + 2);
  }

  /** Means over questions; zeros when there are none. */
  static Metrics mean(List<Metrics> all) {
    return new Metrics(
        all.stream().mapToDouble(Metrics::ndcg).average().orElse(0),
        all.stream().mapToDouble(Metrics::recall).average().orElse(0),
        all.stream().mapToDouble(Metrics::reciprocalRank).average().orElse(0));
  }
}

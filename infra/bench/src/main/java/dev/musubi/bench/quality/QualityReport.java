package dev.musubi.bench.quality;

import dev.musubi.matching.scoring.Candidate;
import dev.musubi.matching.scoring.TextLeg;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The figures of one collection.
 *
 * @param rankings figures by ranking: the legs alone, their sum, and the product's last word
 * @param slices figures by slice and ranking, of slices with enough questions
 */
record QualityReport(
    int documents,
    int questions,
    SequencedMap<String, Figures> rankings,
    Map<Slice, OfSlice> slices,
    List<String> notes) {
  static final String FUSED = "fused";
  static final String FINAL = "final";

  /** Fewer tell nothing. */
  private static final int LEAST_QUESTIONS = 8;

  /**
   * @param overText how nDCG@10 differs from that of text alone
   */
  record Figures(Metrics mean, Bootstrap overText) {}

  /** The mean nDCG@10 of each ranking over the questions of a slice. */
  record OfSlice(int questions, Map<String, Double> ndcg) {

    /** The whole over the best of the legs alone. */
    double overBestLeg(String whole) {
      var best =
          ndcg.entrySet().stream()
              .filter(it -> !it.getKey().equals(FUSED) && !it.getKey().equals(FINAL))
              .mapToDouble(Map.Entry::getValue)
              .max()
              .orElse(0);
      return best > 0 ? ndcg.getOrDefault(whole, 0.0) / best : 1;
    }
  }

  /**
   * @param names which rankings are wanted, in the order of the report
   */
  static QualityReport of(Collection collection, List<Trial> trials, List<String> names) {
    var metrics = new LinkedHashMap<String, List<Metrics>>();
    for (var name : names) {
      metrics.put(name, trials.stream().map(it -> metrics(collection, it, name)).toList());
    }
    var text = trials.stream().map(it -> metrics(collection, it, TextLeg.NAME)).toList();
    var rankings = new LinkedHashMap<String, Figures>();
    metrics.forEach(
        (name, all) ->
            rankings.put(
                name, new Figures(Metrics.mean(all), Bootstrap.of(ndcg(all), ndcg(text)))));
    return new QualityReport(
        collection.documents().size(),
        trials.size(),
        rankings,
        slices(trials, metrics),
        collection.notes());
  }

  private static Map<Slice, OfSlice> slices(
      List<Trial> trials, Map<String, List<Metrics>> metrics) {
    var slices = new LinkedHashMap<Slice, OfSlice>();
    for (var slice : Slice.values()) {
      var places = new ArrayList<Integer>();
      for (var i = 0; i < trials.size(); i++) {
        if (slice.takes(trials.get(i).query())) {
          places.add(i);
        }
      }
      if (places.size() >= LEAST_QUESTIONS) {
        var ndcg = new LinkedHashMap<String, Double>();
        metrics.forEach(
            (name, all) ->
                ndcg.put(name, Metrics.mean(places.stream().map(all::get).toList()).ndcg()));
        slices.put(slice, new OfSlice(places.size(), ndcg));
      }
    }
    return slices;
  }

  private static Metrics metrics(Collection collection, Trial trial, String ranking) {
    var ids = trial.list(ranking).stream().map(Candidate::id).toList();
    return Metrics.of(ids, collection.grades(trial.query()));
  }

  private static double[] ndcg(List<Metrics> all) {
    return all.stream().mapToDouble(Metrics::ndcg).toArray();
  }
}

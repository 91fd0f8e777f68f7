package dev.musubi.bench.quality;

import dev.musubi.matching.scoring.Candidate;
import dev.musubi.matching.scoring.DictionaryLeg;
import dev.musubi.matching.scoring.Fusion;
import dev.musubi.matching.scoring.Fusion.WeightClass;
import dev.musubi.matching.scoring.Kept;
import dev.musubi.matching.scoring.Scored;
import dev.musubi.matching.scoring.TextLeg;
import dev.musubi.matching.scoring.VectorLeg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Learns the weights of the legs, one set a class of questions, from one half of the questions. A
 * fine grid over two numbers is all: what more could be learned from some hundred questions would
 * be these questions. Of all sets that are about as good as the best one the middle is taken.
 */
final class FusionTuning {
  private static final double STEP = 0.05;
  private static final double MOST_VECTORS = 0.9;
  private static final double[] DICTIONARY = {0.4, 0.5, 0.6, 0.7, 0.85, 1.0};

  /** What is within this of the best is as good as it. */
  private static final double PLATEAU = 0.002;

  private final Map<String, Collection> collections;
  private final Map<String, List<Trial>> trials;

  /**
   * @param trials all legs' answers, by name of the collection
   */
  FusionTuning(Map<String, Collection> collections, Map<String, List<Trial>> trials) {
    this.collections = collections;
    this.trials = trials;
  }

  /** Weights of one class, as the sum sees them. */
  private record Choice(double vectors, double dictionary, double figure) {
    Map<String, Double> weights() {
      var words = 1 - vectors;
      var weights = new LinkedHashMap<String, Double>();
      weights.put(TextLeg.NAME, round(words));
      weights.put(DictionaryLeg.NAME, round(words * dictionary));
      weights.put(VectorLeg.NAME, round(vectors));
      return weights;
    }

    private static double round(double number) {
      return Math.round(number * 1000) / 1000.0;
    }
  }

  /**
   * What was learned.
   *
   * @param development what it did to the halves that were learned from
   * @param kept what it did to the other halves
   */
  record Learned(Fusion fusion, Change development, Change kept) {}

  /** Mean nDCG@10 over that of each collection's best leg. */
  record Change(double before, double after) {}

  /** Learns from the development halves and judges by the others. */
  Learned run(Fusion before) {
    var after = learn(before);
    var development = half(Half.DEVELOPMENT);
    var kept = half(Half.KEPT);
    var learned =
        new Learned(
            after,
            new Change(figure(before, development), figure(after, development)),
            new Change(figure(before, kept), figure(after, kept)));
    return new Learned(named(after, learned), learned.development(), learned.kept());
  }

  private Fusion named(Fusion fusion, Learned learned) {
    var questions = half(Half.DEVELOPMENT).values().stream().mapToInt(List::size).sum();
    var why =
        String.format(
            Locale.ROOT,
            "Learned by `musubi bench quality --all … --tune` from the development halves (%d"
                + " questions of %d collections): one number for vectors against words and one for"
                + " the dictionary against the text's own language, a class of question; the middle"
                + " of all that are as good as the best. nDCG@10 over that of the best leg of each"
                + " collection, on the kept halves: %.4f, with the weights before %.4f.",
            questions,
            collections.size(),
            learned.kept().after(),
            learned.kept().before());
    return new Fusion(
        fusion.version(), why, fusion.together(), fusion.unjudged(), fusion.classes());
  }

  private Fusion learn(Fusion before) {
    var classes = new ArrayList<WeightClass>();
    for (var one : before.classes()) {
      var learned = ofClass(before, one);
      classes.add(learned.isEmpty() ? one : with(one, best(before, one, learned)));
    }
    return new Fusion(
        before.version() + 1, before.why(), before.together(), before.unjudged(), classes);
  }

  private static WeightClass with(WeightClass one, Choice choice) {
    return new WeightClass(
        one.name(), one.kind(), one.language(), one.form(), one.maxCharacters(), choice.weights());
  }

  private Choice best(Fusion fusion, WeightClass one, Map<String, List<Trial>> learned) {
    var choices = new ArrayList<Choice>();
    for (var vectors = 0.0; vectors <= MOST_VECTORS + 1e-9; vectors += STEP) {
      for (var dictionary : DICTIONARY) {
        var weights = with(one, new Choice(vectors, dictionary, 0));
        choices.add(new Choice(vectors, dictionary, figure(alone(fusion, weights), learned)));
      }
    }
    var best = choices.stream().mapToDouble(Choice::figure).max().orElse(0);
    var good = choices.stream().filter(it -> it.figure() >= best - PLATEAU).toList();
    return new Choice(
        good.stream().mapToDouble(Choice::vectors).average().orElse(0),
        good.stream().mapToDouble(Choice::dictionary).average().orElse(1),
        best);
  }

  private static Fusion alone(Fusion fusion, WeightClass one) {
    return new Fusion(
        fusion.version(), fusion.why(), fusion.together(), fusion.unjudged(), List.of(one));
  }

  /** The development questions that fall into a class, by collection. */
  private Map<String, List<Trial>> ofClass(Fusion fusion, WeightClass one) {
    var found = new LinkedHashMap<String, List<Trial>>();
    trials.forEach(
        (name, all) -> {
          var some =
              all.stream()
                  .filter(it -> Half.of(it.query()) == Half.DEVELOPMENT)
                  .filter(it -> fusion.classOf(it.query().question()).name().equals(one.name()))
                  .toList();
          if (!some.isEmpty()) {
            found.put(name, some);
          }
        });
    return found;
  }

  /** Mean over collections, each as heavy as the other, of their nDCG@10 over their best leg's. */
  private double figure(Fusion fusion, Map<String, List<Trial>> some) {
    return some.entrySet().stream()
        .mapToDouble(it -> relative(fusion, it.getKey(), it.getValue()))
        .average()
        .orElse(0);
  }

  private double relative(Fusion fusion, String name, List<Trial> some) {
    var best = ProductLegs.NAMES.stream().mapToDouble(leg -> mean(name, some, leg)).max().orElse(0);
    var whole =
        some.stream().mapToDouble(it -> ndcg(name, it, fuse(it, fusion))).average().orElse(0);
    return best > 0 ? whole / best : 0;
  }

  private double mean(String name, List<Trial> some, String leg) {
    return some.stream().mapToDouble(it -> ndcg(name, it, it.list(leg))).average().orElse(0);
  }

  private double ndcg(String name, Trial trial, List<Candidate> list) {
    var collection = collections.get(name);
    var grades = collection == null ? Map.<String, Integer>of() : collection.grades(trial.query());
    return Metrics.of(list.stream().map(Candidate::id).toList(), grades).ndcg();
  }

  /** The questions of one half, by collection. */
  private Map<String, List<Trial>> half(Half half) {
    var found = new LinkedHashMap<String, List<Trial>>();
    trials.forEach(
        (name, all) -> {
          var some = all.stream().filter(it -> Half.of(it.query()) == half).toList();
          if (!some.isEmpty()) {
            found.put(name, some);
          }
        });
    return found;
  }

  /** The product's own sum, with other weights. */
  static List<Candidate> fuse(Trial trial, Fusion fusion) {
    var lists = new LinkedHashMap<String, List<Candidate>>();
    var raw = new HashMap<String, Map<String, Double>>();
    trial
        .legs()
        .forEach(
            (name, leg) -> {
              lists.put(name, leg.list());
              raw.put(name, leg.raw());
            });
    var kept = Kept.of(trial.asked(), lists, fusion);
    return trial.candidates().stream()
        .map(id -> kept.fuse(id, raw))
        .sorted(Comparator.comparingDouble(Scored::fused).reversed().thenComparing(Scored::id))
        .map(it -> new Candidate(it.id(), it.fused()))
        .toList();
  }
}

package dev.musubi.matching.scoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The convex sum of normalised scores. Weights are data, one set a class of question; the first
 * class whose conditions hold is taken. A leg that did not take part leaves its weight to the
 * others.
 *
 * @param version of this data; part of the algorithm's name
 * @param together legs that speak of the same thing: of each group the one that says most counts
 * @param unjudged what a leg that cannot judge a document yet is taken to say of it, as a share of
 *     what the others say
 */
public record Fusion(
    int version,
    String why,
    List<List<String>> together,
    double unjudged,
    List<WeightClass> classes) {
  public Fusion {
    together = together.stream().map(List::copyOf).toList();
    classes = List.copyOf(classes);
  }

  /**
   * Weights of a class of questions.
   *
   * @param kind of question, or "ANY"
   * @param language "ja", "en" or "any"
   * @param form "asking" when only texts that ask for something are of this class, else "any"
   * @param maxCharacters longest question of this class
   */
  public record WeightClass(
      String name,
      String kind,
      String language,
      String form,
      int maxCharacters,
      Map<String, Double> weights) {
    boolean takes(Question question) {
      return (form.equals("any") || Asking.asks(question.wholeText()))
          && (kind.equals("ANY") || kind.equals(question.kind().name()))
          && (language.equals("any") || language.equals(question.language().code()))
          && question.wholeText().length() <= maxCharacters;
    }
  }

  /** Those that the product ships. */
  public static Fusion shipped() {
    return TextSettings.Data.read("fusion.json", Fusion.class);
  }

  /** The weights of the legs that take part; the greatest of each group sum up to 1. */
  Map<String, Double> weights(Question question, Collection<String> legs) {
    var all = classOf(question).weights();
    var greatest = new HashMap<String, Double>();
    legs.forEach(it -> greatest.merge(group(it), all.getOrDefault(it, 0.0), Math::max));
    var sum = greatest.values().stream().mapToDouble(Double::doubleValue).sum();
    var weights = new LinkedHashMap<String, Double>();
    legs.forEach(
        it -> weights.put(it, sum > 0 ? all.getOrDefault(it, 0.0) / sum : 1.0 / greatest.size()));
    return weights;
  }

  /** The first class that takes this question. */
  public WeightClass classOf(Question question) {
    return classes.stream()
        .filter(it -> it.takes(question))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No class of weights takes all questions"));
  }

  /** Legs of one group speak of the same thing; a leg that is in none has its own. */
  String group(String leg) {
    return together.stream()
        .filter(it -> it.contains(leg))
        .map(List::getFirst)
        .findFirst()
        .orElse(leg);
  }
}

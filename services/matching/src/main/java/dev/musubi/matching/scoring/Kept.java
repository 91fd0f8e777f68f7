package dev.musubi.matching.scoring;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question with the scale on which its documents are judged. It is kept with a need, so that a
 * listing that arrives later is judged as the first ones were.
 *
 * @param unjudged see {@link Fusion#unjudged}
 */
public record Kept(Map<String, OfLeg> legs, double unjudged) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String UNJUDGED = "unjudged";

  public Kept {
    legs = Map.copyOf(legs);
  }

  /**
   * One leg's part.
   *
   * @param weight in the fusion; the greatest of each group sum up to 1
   * @param group of legs of which the one that says most counts
   */
  public record OfLeg(Leg.Prepared question, Scale scale, double weight, String group) {}

  /**
   * A question on the scale that its first lists give it.
   *
   * @param lists of the legs that have answered, by name
   */
  public static Kept of(Asked asked, Map<String, List<Candidate>> lists, Fusion fusion) {
    var weights = fusion.weights(asked.question(), lists.keySet());
    var tops = tops(asked, lists, fusion);
    var kept = new LinkedHashMap<String, OfLeg>();
    for (var leg : lists.keySet()) {
      var question = asked.of(leg);
      var group = fusion.group(leg);
      var scale = new Scale(question.floor(), tops.getOrDefault(group, question.ceiling()));
      kept.put(leg, new OfLeg(question, scale, weights.getOrDefault(leg, 0.0), group));
    }
    return new Kept(kept, fusion.unjudged());
  }

  /**
   * The best score of each group of legs. Legs of one group count the same thing in the same units;
   * each on a scale of its own, a single word that two languages share would pass for as much as a
   * whole question that was translated.
   */
  private static Map<String, Double> tops(
      Asked asked, Map<String, List<Candidate>> lists, Fusion fusion) {
    var tops = new HashMap<String, Double>();
    lists.forEach(
        (leg, list) -> {
          var question = asked.of(leg);
          var best = list.isEmpty() ? question.floor() : list.getFirst().raw();
          tops.merge(fusion.group(leg), Math.max(best, question.ceiling()), Math::max);
        });
    return tops;
  }

  /** As JSON for the database. */
  public ObjectNode json() {
    var json = MAPPER.createObjectNode();
    legs.forEach(
        (name, leg) ->
            json.putObject(name)
                .put("floor", leg.scale().floor())
                .put("top", leg.scale().top())
                .put("weight", leg.weight())
                .put("group", leg.group())
                .set("question", leg.question().keep()));
    return json.put(UNJUDGED, unjudged);
  }

  /** Reads what {@link #json} wrote; legs that this program no longer has are left out. */
  public static Kept read(JsonNode json, List<Leg> legs) {
    var kept = new LinkedHashMap<String, OfLeg>();
    for (var leg : legs) {
      var node = json.path(leg.name());
      if (node.isObject()) {
        var scale = new Scale(node.path("floor").asDouble(), node.path("top").asDouble());
        var weight = node.path("weight").asDouble();
        var group = node.path("group").asString(leg.name());
        var question = leg.resume(node.path("question"));
        kept.put(leg.name(), new OfLeg(question, scale, weight, group));
      }
    }
    return new Kept(kept, json.path(UNJUDGED).asDouble(1));
  }

  /**
   * The sum for one document. What a leg has not judged (it did not answer, or has no vector of the
   * document yet) is guessed from what the others say, cautiously.
   *
   * @param raw scores by leg and document
   */
  public Scored fuse(String id, Map<String, Map<String, Double>> raw) {
    var normalised = new LinkedHashMap<String, Double>();
    var best = new HashMap<String, Double>();
    var weights = new HashMap<String, Double>();
    for (var entry : legs.entrySet()) {
      var leg = entry.getValue();
      weights.merge(leg.group(), leg.weight(), Math::max);
      var score = judged(leg, raw.get(entry.getKey()), id);
      if (score != null) {
        var value = leg.scale().normalise(score);
        normalised.put(entry.getKey(), value);
        best.merge(leg.group(), leg.weight() * value, Math::max);
      }
    }
    var all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    var told = best.keySet().stream().mapToDouble(it -> weights.getOrDefault(it, 0.0)).sum();
    var fused = best.values().stream().mapToDouble(Double::doubleValue).sum();
    var guess = told > 0 ? fused / told * unjudged * (all - told) : 0;
    return new Scored(id, fused + guess, normalised);
  }

  private static @Nullable Double judged(
      OfLeg leg, @Nullable Map<String, Double> scores, String id) {
    if (scores == null) {
      return null;
    }
    if (scores.containsKey(id)) {
      return scores.get(id);
    }
    if (leg.question().judgesAll()) {
      return leg.scale().floor();
    }
    return null;
  }
}

package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class FusionTest {
  private static final Question NEED =
      new Question(Question.Kind.NEED, List.of(Question.part("text", "廃プラスチックを分けたい")));
  private static final List<String> ALL = List.of("text", "dictionary", "vectors");

  private final Fusion fusion =
      new Fusion(
          1,
          "",
          List.of(List.of("text", "dictionary")),
          0.5,
          List.of(
              new Fusion.WeightClass(
                  "any",
                  "ANY",
                  "any",
                  "any",
                  Integer.MAX_VALUE,
                  Map.of("text", 0.4, "dictionary", 0.4, "vectors", 0.6))));

  /** A question of a leg on a scale from 0 to 1. */
  private record Plain(boolean judgesAll) implements Leg.Prepared {
    @Override
    public double ceiling() {
      return 1;
    }

    @Override
    public double floor() {
      return 0;
    }

    @Override
    public JsonNode keep() {
      return new JsonMapper().createObjectNode();
    }
  }

  private Kept kept(List<String> legs) {
    var weights = fusion.weights(NEED, legs);
    var kept = new HashMap<String, Kept.OfLeg>();
    for (var leg : legs) {
      kept.put(
          leg,
          new Kept.OfLeg(
              new Plain(!leg.equals("vectors")),
              new Scale(0, 1),
              weights.getOrDefault(leg, 0.0),
              fusion.group(leg)));
    }
    return new Kept(kept, fusion.unjudged());
  }

  private static Map<String, Double> one(double score) {
    return Map.of("a", score);
  }

  @Test
  void weights_of_legs_that_speak_of_the_same_thing_count_once() {
    assertThat(fusion.weights(NEED, ALL))
        .containsEntry("text", 0.4)
        .containsEntry("dictionary", 0.4)
        .containsEntry("vectors", 0.6);
  }

  @Test
  void leg_that_is_away_leaves_its_weight_to_the_others() {
    assertThat(fusion.weights(NEED, List.of("text", "dictionary")))
        .containsEntry("text", 1.0)
        .containsEntry("dictionary", 1.0);
  }

  @Test
  void document_in_the_other_language_is_judged_like_one_in_the_own() {
    var own = Map.of("text", one(0.8), "dictionary", one(0), "vectors", one(0.5));
    var other = Map.of("text", one(0), "dictionary", one(0.8), "vectors", one(0.5));
    assertThat(kept(ALL).fuse("a", other).fused())
        .isCloseTo(kept(ALL).fuse("a", own).fused(), within(1e-9))
        .isCloseTo(0.4 * 0.8 + 0.6 * 0.5, within(1e-9));
  }

  @Test
  void document_in_two_languages_does_not_count_twice() {
    var both = Map.of("text", one(0.8), "dictionary", one(0.7), "vectors", one(0.5));
    assertThat(kept(ALL).fuse("a", both).fused()).isCloseTo(0.62, within(1e-9));
  }

  @Test
  void document_without_a_vector_is_guessed_cautiously_and_says_which_legs_judged_it() {
    var raw = new HashMap<String, Map<String, Double>>();
    raw.put("text", one(0.8));
    raw.put("dictionary", Map.of());
    raw.put("vectors", Map.of("b", 0.9));
    var scored = kept(ALL).fuse("a", raw);
    assertThat(scored.legs()).containsOnlyKeys("text", "dictionary");
    assertThat(scored.fused()).isCloseTo(0.4 * 0.8 + 0.6 * 0.8 * 0.5, within(1e-9));
  }

  @Test
  void document_that_no_word_meets_is_judged_so_by_the_text_leg() {
    var raw = Map.of("text", Map.<String, Double>of(), "vectors", one(1));
    var scored = kept(List.of("text", "vectors")).fuse("a", raw);
    assertThat(scored.legs()).containsEntry("text", 0.0);
    assertThat(scored.fused()).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void shipped_weights_take_every_question() {
    var shipped = Fusion.shipped();
    for (var kind : Question.Kind.values()) {
      for (var text : List.of("x", "電池", "word ".repeat(5_000))) {
        var question = new Question(kind, List.of(Question.part("q", text)));
        var weights = shipped.weights(question, ALL);
        var words =
            Math.max(weights.getOrDefault("text", 0.0), weights.getOrDefault("dictionary", 0.0));
        assertThat(words + weights.getOrDefault("vectors", 0.0)).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Test
  void japanese_questions_go_by_words_more_than_names_and_needs_do() {
    var shipped = Fusion.shipped();
    var question = shipped.weights(Question.words("塩害に強い塗料はどれですか？"), ALL);
    var name = shipped.weights(Question.words("塩害に強い塗料"), ALL);
    assertThat(question.get("text")).isGreaterThan(question.get("vectors"));
    assertThat(name.get("vectors")).isGreaterThan(name.get("text"));
    assertThat(shipped.weights(NEED, ALL).get("vectors"))
        .isGreaterThan(shipped.weights(NEED, ALL).get("text"));
  }
}

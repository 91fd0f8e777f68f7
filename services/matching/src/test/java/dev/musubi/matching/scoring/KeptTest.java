package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeptTest {
  private static final Fusion FUSION =
      new Fusion(
          1,
          "",
          List.of(List.of("text", "dictionary")),
          0.8,
          List.of(
              new Fusion.WeightClass(
                  "any",
                  "ANY",
                  "any",
                  "any",
                  Integer.MAX_VALUE,
                  Map.of("text", 0.5, "dictionary", 0.5, "vectors", 0.5))));

  /** A question whose leg knows nothing but its scale. */
  private record Scaled(double floor, double ceiling) implements Leg.Prepared {
    @Override
    public JsonNode keep() {
      return new JsonMapper().createObjectNode();
    }
  }

  private static Asked asked(Map<String, Leg.Prepared> legs) {
    return new Asked(Question.words("VR palpation training"), legs, Map.of());
  }

  @Test
  void a_shared_word_is_not_worth_a_whole_translated_question() {
    var asked = asked(Map.of("text", new Scaled(0, 4), "dictionary", new Scaled(0, 10)));
    var text = List.of(new Candidate("shares-a-word", 5));
    var dictionary = List.of(new Candidate("translated", 20));

    var kept = Kept.of(asked, Map.of("text", text, "dictionary", dictionary), FUSION);

    var raw =
        Map.of("text", Map.of("shares-a-word", 5.0), "dictionary", Map.of("translated", 20.0));
    assertThat(kept.fuse("translated", raw).fused()).isCloseTo(1, within(1e-9));
    assertThat(kept.fuse("shares-a-word", raw).fused()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void a_list_whose_best_is_poor_is_judged_by_what_could_be() {
    var asked = asked(Map.of("text", new Scaled(0, 10), "vectors", new Scaled(0.45, 0.7)));
    var kept =
        Kept.of(
            asked,
            Map.of(
                "text",
                List.of(new Candidate("a", 2)),
                "vectors",
                List.of(new Candidate("a", 0.5))),
            FUSION);

    var fused = kept.fuse("a", Map.of("text", Map.of("a", 2.0), "vectors", Map.of("a", 0.5)));

    assertThat(fused.legs().get("text")).isCloseTo(0.2, within(1e-9));
    assertThat(fused.legs().get("vectors")).isCloseTo(0.2, within(1e-9));
  }
}

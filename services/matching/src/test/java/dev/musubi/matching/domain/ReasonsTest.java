package dev.musubi.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.matching.scoring.Evidence;
import dev.musubi.model.event.MatchState.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReasonsTest {

  @Test
  void words_across_languages_are_pairs_in_their_own_reason() {
    var reasons =
        Reasons.words(
            List.of(
                new Evidence("text", "title", "AI", "AI", 0.4),
                new Evidence("dictionary", "title", "近赤外線", "near-infrared", 0.7)));
    assertThat(reasons)
        .extracting(Reason::kind)
        .containsExactly(Reason.Kind.TRANSLATION, Reason.Kind.TERMS);
    assertThat(reasons.getFirst().needWords()).containsExactly("近赤外線");
    assertThat(reasons.getFirst().listingWords()).containsExactly("near-infrared");
  }

  @Test
  void word_that_stands_there_as_it_is_needs_no_translation() {
    var reasons =
        Reasons.words(
            List.of(
                new Evidence("text", "title", "樹脂", "樹脂", 0.6),
                new Evidence("dictionary", "effect", "樹脂", "resin", 0.9)));
    assertThat(reasons).extracting(Reason::kind).containsExactly(Reason.Kind.TERMS);
  }

  @Test
  void nearest_sentence_comes_after_the_words_and_claims_none() {
    var sentence = "膜で真水だけを取り出す。";
    var reasons =
        Reasons.words(
            List.of(
                new Evidence("vectors", "problem", "", sentence, 0.9),
                new Evidence("text", "title", "海水", "海水", 0.2)));
    assertThat(reasons)
        .extracting(Reason::kind)
        .containsExactly(Reason.Kind.TERMS, Reason.Kind.PASSAGE);
    assertThat(reasons.getLast().needWords()).isEmpty();
    assertThat(reasons.getLast().listingWords()).containsExactly(sentence);
  }
}

package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.musubi.model.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RocchioTest {
  private final Rocchio.Settings settings = Rocchio.Settings.shipped();
  private final VectorLeg.Meaning asked =
      new VectorLeg.Meaning("m", new float[] {1, 0, 0}, 0.45, 0.7);

  private static Rocchio.Answered answered(float... vector) {
    return new Rocchio.Answered(vector, 1);
  }

  private static Term term(String text) {
    return new Term(text, Language.JA, text, 2, 3, 5);
  }

  @Test
  void liked_document_pulls_the_question_and_the_vector_stays_one_of_length_one() {
    var moved = Rocchio.move(asked, List.of(answered(0, 1, 0)), List.of(), settings);
    assertThat(moved.vector()[1]).isPositive();
    assertThat(moved.vector()[0]).isGreaterThan(moved.vector()[1]);
    var length = Math.hypot(moved.vector()[0], moved.vector()[1]);
    assertThat(length).isCloseTo(1, within(1e-6));
  }

  @Test
  void document_of_another_field_pushes_less_than_a_liked_one_pulls() {
    var moved =
        Rocchio.move(asked, List.of(answered(0, 1, 0)), List.of(answered(0, 0, 1)), settings);
    assertThat(moved.vector()[2]).isNegative();
    assertThat(Math.abs(moved.vector()[2])).isLessThan(moved.vector()[1]);
  }

  @Test
  void question_without_answers_stays_as_it_is() {
    assertThat(Rocchio.move(asked, List.of(), List.of(), settings)).isSameAs(asked);
  }

  @Test
  void words_of_liked_documents_are_added_behind_the_own_ones() {
    var words = new TextLeg.Words(List.of(term("樹脂")), "", 10);
    var more = Rocchio.add(words, List.of(term("樹脂"), term("選別")), settings);
    assertThat(more.terms()).extracting(Term::text).containsExactly("樹脂", "選別");
    assertThat(more.terms().getLast().weight()).isLessThan(more.terms().getFirst().weight());
    assertThat(more.ceiling()).isEqualTo(10);
  }
}

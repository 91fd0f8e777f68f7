package dev.musubi.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VectorTextTest {
  private static Question question(Question.Part... parts) {
    return new Question(Question.Kind.LISTING, List.of(parts));
  }

  @Test
  void language_that_says_more_is_read_and_the_title_comes_first() {
    var text =
        VectorText.of(
            question(
                new Question.Part("title", Language.JA, "選別装置"),
                new Question.Part("title", Language.EN, "Sorting"),
                new Question.Part("problem", Language.JA, "黒い樹脂を見分けられない。")));
    assertThat(text).isEqualTo("選別装置\n黒い樹脂を見分けられない。");
  }

  @Test
  void elements_of_a_need_do_not_repeat_its_words() {
    var text =
        VectorText.of(question(Question.part("text", "樹脂を分けたい"), Question.part("material", "樹脂")));
    assertThat(text).isEqualTo("樹脂を分けたい");
  }

  @Test
  void long_texts_are_cut_and_empty_ones_stay_empty() {
    assertThat(VectorText.of(question(Question.part("text", "x".repeat(200_000))))).hasSize(4_000);
    assertThat(VectorText.of(question())).isEmpty();
  }
}

package dev.musubi.bench.quality;

import dev.musubi.matching.scoring.Question;
import dev.musubi.model.Language;

/**
 * A question of a collection.
 *
 * @param language as the collection says, or as its letters say
 */
public record Query(String id, Language language, String text) {
  /** What is shorter reads as typed words, what is longer as a need written down. */
  private static final int LONGEST_TYPED = 120;

  /**
   * The question as the product reads it. Its own way to tell the language is a part of what is
   * measured, so the collection's statement is not handed on.
   */
  public Question question() {
    return width() <= LONGEST_TYPED
        ? Question.words(text)
        : new Question(Question.Kind.NEED, java.util.List.of(Question.part("text", text)));
  }

  /** Length in halves of a Japanese letter: a Japanese text says the same in half as many. */
  int width() {
    return language == Language.JA ? 2 * text.length() : text.length();
  }
}

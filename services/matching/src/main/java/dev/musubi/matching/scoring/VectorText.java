package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The text of a need, a listing or typed words whose vector is made: that of one language, the one
 * that says more, its most telling parts first, because a model reads only the beginning.
 */
public final class VectorText {
  /**
   * A need's elements repeat its own words; alone they would pull the vector to a list of words.
   */
  private static final Set<String> ELEMENTS =
      Set.of("material", "method", "efficacy", "product", "application");

  private static final int MOST = 4_000;

  private VectorText() {}

  /**
   * @return empty when there is nothing to read
   */
  public static String of(Question question) {
    var language = fullest(question);
    var parts = new ArrayList<String>();
    for (var part : question.parts()) {
      if (part.language() == language && !ELEMENTS.contains(part.name())) {
        parts.add(part.text().strip());
      }
    }
    var text = parts.stream().filter(it -> !it.isEmpty()).collect(Collectors.joining("\n"));
    return LookAlikes.usual(text.length() <= MOST ? text : text.substring(0, MOST));
  }

  /** Japanese says the same in half as many letters. */
  private static Language fullest(Question question) {
    var ja = 0;
    var en = 0;
    for (var part : question.parts()) {
      if (!ELEMENTS.contains(part.name())) {
        ja += part.language() == Language.JA ? 2 * part.text().length() : 0;
        en += part.language() == Language.EN ? part.text().length() : 0;
      }
    }
    return ja >= en && ja > 0 ? Language.JA : Language.EN;
  }
}

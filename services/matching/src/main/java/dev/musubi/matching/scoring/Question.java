package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is asked. A need, a listing (against needs) or typed words, as texts with their languages.
 *
 * @param kind chooses the weights of the fusion
 * @param parts the texts, the most telling first
 */
public record Question(Kind kind, List<Part> parts) {
  /** What asks. */
  public enum Kind {
    NEED,
    LISTING,
    WORDS
  }

  /**
   * One text.
   *
   * @param name which text of the need or listing it is, for example "title"
   */
  public record Part(String name, Language language, String text) {}

  public Question {
    parts = List.copyOf(parts);
  }

  /** Typed words, in the language that they are seen to be in. */
  public static Question words(String text) {
    return new Question(Kind.WORDS, List.of(part("q", text)));
  }

  /** A text whose language is told from its letters. */
  public static Part part(String name, String text) {
    return new Part(name, Script.language(text), text);
  }

  /** The texts joined, a language at a time. */
  public Map<Language, String> texts() {
    var texts = new EnumMap<Language, String>(Language.class);
    parts.forEach(it -> texts.merge(it.language(), it.text(), (a, b) -> a + "\n" + b));
    return texts;
  }

  /** All texts joined. */
  public String wholeText() {
    return parts.stream().map(Part::text).collect(Collectors.joining("\n"));
  }

  /** The language of most of the text. */
  public Language language() {
    var texts = texts();
    var ja = texts.getOrDefault(Language.JA, "").length();
    // A Japanese text says the same in half as many letters.
    return 2 * ja >= texts.getOrDefault(Language.EN, "").length() && ja > 0
        ? Language.JA
        : Language.EN;
  }
}

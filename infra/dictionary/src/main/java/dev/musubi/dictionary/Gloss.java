package dev.musubi.dictionary;

import java.util.List;

/**
 * A text of one language told word by word in the other. A dictionary made it and no person:
 * whoever shows it says so.
 *
 * @param text the words as a reader reads them, those that belong together without a dot between
 * @param words in the order of the original
 */
public record Gloss(String text, List<Word> words) {
  public Gloss {
    words = List.copyOf(words);
  }

  /**
   * One word.
   *
   * @param original as it stands in the text
   * @param rendering in the other language
   */
  public record Word(String original, String rendering) {}
}

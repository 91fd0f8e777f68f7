package dev.musubi.dictionary;

import java.util.List;

/**
 * A word of a text, and what it may be called in the other language.
 *
 * @param start where it begins in the text, in UTF-16 units
 * @param end behind its last character
 * @param surface the word as it stands in the text
 * @param renderings best first; at least one
 */
public record Translated(int start, int end, String surface, List<Rendering> renderings) {

  /**
   * One translation.
   *
   * @param text in the other language, lower case in English
   * @param weight 0 to 1: how likely it is meant, as far as the order of the dictionary tells
   */
  public record Rendering(String text, double weight) {}
}

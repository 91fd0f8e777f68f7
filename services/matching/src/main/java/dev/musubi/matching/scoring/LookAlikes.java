package dev.musubi.matching.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * Letters that are another's old form (鐵) or look (⻑ of a PDF file), as the index reads them: for
 * the dictionary and the model, which know only the usual ones. Letter for letter, so that places
 * stay.
 */
final class LookAlikes {
  private static final String FOLDER = "/dev/musubi/matching/search/";
  private static final Map<Integer, Integer> USUAL = read();

  private LookAlikes() {}

  private static Map<Integer, Integer> read() {
    var usual = new HashMap<Integer, Integer>();
    try (var in = LookAlikes.class.getResourceAsStream(FOLDER + "analysis.json")) {
      var filters = new JsonMapper().readTree(Objects.requireNonNull(in)).path("char_filter");
      for (var filter : List.of("old_kanji", "look_alikes")) {
        for (var mapping : filters.path(filter).path("mappings")) {
          var sides = mapping.asString().split(" => ", 2);
          if (sides[0].length() == 1 && sides[1].length() == 1 && isKanji(sides[0])) {
            usual.put(sides[0].codePointAt(0), sides[1].codePointAt(0));
          }
        }
      }
      return Map.copyOf(usual);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isKanji(String letter) {
    return UnicodeScript.of(letter.codePointAt(0)) == UnicodeScript.HAN;
  }

  /** The same text in the usual letters. */
  static String usual(String text) {
    if (text.codePoints().noneMatch(USUAL::containsKey)) {
      return text;
    }
    var usual = new StringBuilder(text.length());
    text.codePoints().forEach(it -> usual.appendCodePoint(USUAL.getOrDefault(it, it)));
    return usual.toString();
  }
}

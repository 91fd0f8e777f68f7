package dev.musubi.listings.imports;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Titles of inventions may be longer than a listing's heading. The heading is cut at a word's end;
 * the whole stays as the name of the right.
 */
final class TitleLength {
  private static final int LONGEST = 200;

  private TitleLength() {}

  static boolean fits(String title) {
    return title.length() <= LONGEST;
  }

  static String within(String title) {
    if (fits(title)) {
      return title;
    }
    var words = BreakIterator.getLineInstance(Locale.ROOT);
    words.setText(title);
    int end = words.preceding(LONGEST);
    return title.substring(0, end > LONGEST / 2 ? end : LONGEST - 1).strip() + "…";
  }
}

package dev.musubi.matching.scoring;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts texts into sentences that can be shown by themselves. */
final class Sentences {
  private static final int LONGEST = 300;
  private static final int SHORTEST = 8;

  /** Keywords as imports join them are no sentence. */
  private static final Pattern KEYWORDS = Pattern.compile("(.+ / ){3}.+");

  private Sentences() {}

  /** The first of a text's sentences. */
  static List<String> of(String text, int most) {
    var sentences = new ArrayList<String>();
    var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    var start = breaks.first();
    var end = breaks.next();
    while (end != BreakIterator.DONE && sentences.size() < most) {
      var sentence = text.substring(start, end).strip();
      if (sentence.length() >= SHORTEST
          && sentence.length() <= LONGEST
          && !KEYWORDS.matcher(sentence).matches()) {
        sentences.add(sentence);
      }
      start = end;
      end = breaks.next();
    }
    return sentences;
  }
}

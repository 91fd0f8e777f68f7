package dev.musubi.matching.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A text whose marked words are known by their places.
 *
 * @param plain without the marks
 */
record MarkedText(String plain, List<Mark> marks) {

  /** A marked word. */
  record Mark(int start, int end, String word) {}

  static MarkedText read(String marked) {
    var plain = new StringBuilder(marked.length());
    var marks = new ArrayList<Mark>();
    var start = -1;
    for (var i = 0; i < marked.length(); i++) {
      var c = marked.charAt(i);
      if (c == TextQuery.MARK_START) {
        start = plain.length();
      } else if (c == TextQuery.MARK_END) {
        if (start >= 0) {
          marks.add(new Mark(start, plain.length(), plain.substring(start)));
        }
        start = -1;
      } else {
        plain.append(c);
      }
    }
    return new MarkedText(plain.toString(), List.copyOf(marks));
  }

  /**
   * The longest run of marked words that are wanted, as it stands in the text.
   *
   * @param gap most characters between two words of a run
   * @return empty when none is wanted
   */
  Run longest(Predicate<String> wanted, int gap) {
    var longest = new Run("", List.of());
    var words = new ArrayList<String>();
    var from = -1;
    var to = -1;
    for (var mark : marks) {
      if (!wanted.test(mark.word())) {
        continue;
      }
      if (from < 0 || mark.start() - to > gap) {
        from = mark.start();
        words.clear();
      }
      words.add(mark.word());
      to = mark.end();
      if (to - from > longest.text().length()) {
        longest = new Run(plain.substring(from, to), words);
      }
    }
    return longest;
  }

  /**
   * Marked words that stand together.
   *
   * @param text from the first to the last
   */
  record Run(String text, List<String> words) {
    Run {
      words = List.copyOf(words);
    }
  }
}

package dev.musubi.elements;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of an English sentence, and the noun phrases between the words that hold it together.
 */
final class EnglishPhrases {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9%µ°][A-Za-z0-9%µ°'/\\-]*|[,:;()]");
  private static final Set<String> DETERMINERS =
      Set.of("a", "an", "the", "our", "its", "their", "this", "these", "those", "my", "all", "any");
  private static final Set<String> AND = Set.of("and", "or");
  private static final int MOST_WORDS = 5;

  private final String sentence;
  private final List<Word> words;
  private final Set<String> stop;

  private EnglishPhrases(String sentence, List<Word> words, Set<String> stop) {
    this.sentence = sentence;
    this.words = words;
    this.stop = stop;
  }

  /** A word or a mark with its place. */
  record Word(int start, int end, String lower) {
    boolean isMark() {
      return lower.length() == 1 && ",:;()".contains(lower);
    }
  }

  /**
   * A phrase.
   *
   * @param first index of its first word
   * @param end index behind its last word
   */
  record Phrase(int first, int end, String text) {
    boolean isEmpty() {
      return first == end;
    }
  }

  static EnglishPhrases of(String sentence, Set<String> stop) {
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(sentence);
    while (matcher.find()) {
      words.add(new Word(matcher.start(), matcher.end(), matcher.group().toLowerCase(Locale.ROOT)));
    }
    return new EnglishPhrases(sentence, words, stop);
  }

  int size() {
    return words.size();
  }

  /** The word in lower case, empty beyond the sentence. */
  String word(int at) {
    return at >= 0 && at < words.size() ? words.get(at).lower() : "";
  }

  /** Index of the first word that begins at this letter or later. */
  int firstFrom(int letter) {
    var at = 0;
    while (at < words.size() && words.get(at).start() < letter) {
      at++;
    }
    return at;
  }

  /** Whether the word is one of a noun phrase. */
  boolean carries(int at) {
    return at >= 0
        && at < words.size()
        && !words.get(at).isMark()
        && !stop.contains(words.get(at).lower());
  }

  /** The nouns that begin here, after an article, with "of" and one "and". */
  Phrase from(int at) {
    var first = at;
    while (DETERMINERS.contains(word(first))) {
      first++;
    }
    var end = run(first);
    if (end > first && word(end).equals("of")) {
      end = further(end);
    }
    if (end > first && AND.contains(word(end)) && carries(end + 1)) {
      end = run(end + 1);
    }
    return phrase(first, end);
  }

  private int further(int of) {
    var next = of + 1;
    while (DETERMINERS.contains(word(next))) {
      next++;
    }
    var end = run(next);
    return end > next ? end : of;
  }

  private int run(int first) {
    var end = first;
    while (carries(end) && end - first < MOST_WORDS) {
      end++;
    }
    return end;
  }

  /** The nouns that end before this word. */
  Phrase until(int end) {
    var first = end;
    while (first > 0 && carries(first - 1) && end - first < MOST_WORDS) {
      first--;
    }
    return phrase(first, end);
  }

  /** All runs of nouns, the last words of long ones. */
  List<Phrase> runs() {
    var runs = new ArrayList<Phrase>();
    for (var at = 0; at < words.size(); at++) {
      if (carries(at) && !carries(at + 1)) {
        runs.add(until(at + 1));
      }
    }
    return runs;
  }

  Phrase phrase(int first, int end) {
    return end <= first
        ? new Phrase(first, first, "")
        : new Phrase(
            first, end, sentence.substring(words.get(first).start(), words.get(end - 1).end()));
  }
}

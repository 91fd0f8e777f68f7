package dev.musubi.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.englishStemmer;

/** English text as words with their places and stems. */
final class EnglishWords {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*|[0-9]+");

  /** Words that no search is about; the dictionary has an entry even for them. */
  static final Set<String> EMPTY =
      Set.copyOf(
          Arrays.asList(
              ("a an the and or of to in on at for with without by from as is are was were be been being"
                      + " it its this that these those which who what we our us you your they their he she his"
                      + " her not no than then there here can could may might will would shall should must do"
                      + " does did done have has had having such so also into onto over under about more most"
                      + " other some any all each both either when where while if but because due via per using"
                      + " use used new two etc e g i any")
                  .split(" ")));

  /** Before a key that is made of stems. */
  static final String STEMMED = "~";

  private EnglishWords() {}

  /**
   * @param start where the word begins in the text
   * @param end behind its last character
   * @param stem lower case, by Snowball's English algorithm
   */
  record Word(int start, int end, String lower, String stem) {}

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    englishStemmer stemmer = new englishStemmer();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String lower = matcher.group().toLowerCase(Locale.ROOT);
      words.add(new Word(matcher.start(), matcher.end(), lower, stem(stemmer, lower)));
    }
    return words;
  }

  /** The words of a text as they stand, joined by single spaces. */
  static String plain(String text) {
    return plain(of(text));
  }

  static String plain(List<Word> words) {
    return String.join(" ", words.stream().map(Word::lower).toList());
  }

  /**
   * What a word may be an inflection of, the likeliest first: valves of valve, drying of dry,
   * coated of coat. Words that are only derived are not among them, for "informal" is no
   * "information".
   */
  static List<String> uninflected(String word) {
    List<String> found = new ArrayList<>();
    if (word.endsWith("ies") || word.endsWith("ied")) {
      add(found, word, 3, "y");
    }
    if (word.endsWith("s") && !word.endsWith("ss")) {
      add(found, word, 1, "");
      if (word.endsWith("es")) {
        add(found, word, 2, "");
      }
    }
    if (word.endsWith("ed")) {
      verb(found, word, 2);
    }
    if (word.endsWith("ing")) {
      verb(found, word, 3);
    }
    return found;
  }

  private static void verb(List<String> found, String word, int ending) {
    int stem = word.length() - ending;
    if (stem > 3 && word.charAt(stem - 1) == word.charAt(stem - 2)) {
      add(found, word, ending + 1, "");
    }
    add(found, word, ending, "e");
    add(found, word, ending, "");
  }

  private static void add(List<String> found, String word, int less, String more) {
    if (word.length() - less >= 2) {
      found.add(word.substring(0, word.length() - less) + more);
    }
  }

  /** The stems of a text, joined by single spaces: the key of a phrase. */
  static String key(String text) {
    return String.join(" ", of(text).stream().map(Word::stem).toList());
  }

  private static String stem(englishStemmer stemmer, String word) {
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}

package dev.musubi.dictionary;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the words of a text by longest match from the left. Holds no state but its entries; safe
 * for use by many threads.
 */
public final class Dictionary {
  private static final int LONGEST_KEY = 16;
  private static final int LONGEST_PHRASE = 5;
  private static final int MOST_RENDERINGS = 8;

  /** What a word's base form may be called, beside what the very form may be. */
  private static final double INFLECTED = 0.9;

  /** Texts beyond this length are looked up in their beginning only. */
  private static final int LONGEST_TEXT = 6_000;

  private final Entries japanese;
  private final Entries english;

  private Dictionary(Entries japanese, Entries english) {
    this.japanese = japanese;
    this.english = english;
  }

  /** Reads both directions from the class path; takes about half a second. */
  public static Dictionary load() {
    return new Dictionary(
        Entries.read("/dictionary/ja-en.tsv.gz"), Entries.read("/dictionary/en-ja.tsv.gz"));
  }

  /** How many Japanese headwords it knows. */
  public int size() {
    return japanese.size();
  }

  /**
   * The Japanese words of a text with their English renderings.
   *
   * @param text any text; what is not Japanese is passed over
   * @return in the order of the text, without overlaps; places are those of the text after NFKC
   *     when that changes its length
   */
  public List<Translated> fromJapanese(String text) {
    String plain = plain(text);
    List<Translated> found = new ArrayList<>();
    for (int at = 0; at < plain.length(); ) {
      Translated word =
          JapaneseScript.mayBegin(plain, at) ? japaneseAt(plain, at) : hiraganaAt(plain, at);
      if (word != null) {
        found.add(word);
      }
      at = word == null ? at + 1 : word.end();
    }
    return found;
  }

  /** A noun that is usually written in hiragana: ねじ, ろうそく; the rest of hiragana is grammar. */
  private @Nullable Translated hiraganaAt(String text, int at) {
    if (JapaneseScript.beginsHiragana(text, at)) {
      for (int end : JapaneseScript.ends(text, at)) {
        String word = text.substring(at, Math.min(end, at + LONGEST_KEY));
        List<Translated.Rendering> renderings =
            JapaneseScript.isNoun(word) ? japanese.find(word) : null;
        if (renderings != null) {
          return new Translated(at, at + word.length(), word, renderings);
        }
      }
    }
    return null;
  }

  /** The renderings of a Japanese word, best first; null when it is no entry. */
  @Nullable List<Translated.Rendering> japanese(String word) {
    return japanese.find(word);
  }

  /** The renderings of an English word by its stem. */
  @Nullable List<Translated.Rendering> english(String stem) {
    return english.find(stem);
  }

  private @Nullable Translated japaneseAt(String text, int at) {
    int most = Math.min(text.length(), at + LONGEST_KEY);
    for (int end = most; end > at; end--) {
      if (JapaneseScript.mayBeWord(text, at, end)) {
        List<Translated.Rendering> renderings = japanese.find(text.substring(at, end));
        if (renderings != null) {
          return new Translated(at, end, text.substring(at, end), renderings);
        }
      }
    }
    return null;
  }

  /**
   * The English words and phrases of a text with their Japanese renderings.
   *
   * @return in the order of the text, without overlaps
   */
  public List<Translated> fromEnglish(String text) {
    String plain = plain(text);
    List<EnglishWords.Word> words = EnglishWords.of(plain);
    List<Translated> found = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      int length = phraseAt(plain, words, at, found);
      at += Math.max(1, length);
    }
    return found;
  }

  private int phraseAt(String text, List<EnglishWords.Word> words, int at, List<Translated> found) {
    Set<String> empty = EnglishWords.EMPTY;
    if (empty.contains(words.get(at).lower())) {
      return 0;
    }
    for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
      List<EnglishWords.Word> phrase = words.subList(at, at + length);
      List<Translated.Rendering> renderings = english(phrase);
      if (renderings != null) {
        int start = phrase.getFirst().start();
        int end = phrase.getLast().end();
        found.add(new Translated(start, end, text.substring(start, end), renderings));
        return length;
      }
    }
    return 0;
  }

  /**
   * As it stands and as what it is an inflection of; only what is neither is met by its stems, for
   * these make "informal" an "information".
   */
  private @Nullable List<Translated.Rendering> english(List<EnglishWords.Word> phrase) {
    String key = EnglishWords.plain(phrase);
    if (key.length() < 3 && !key.matches("[a-z]{2}")) {
      return null;
    }
    String last = phrase.getLast().lower();
    String before = key.substring(0, key.length() - last.length());
    Map<String, Double> found = new LinkedHashMap<>();
    add(found, english.find(key), 1);
    EnglishWords.uninflected(last)
        .forEach(form -> add(found, english.find(before + form), INFLECTED));
    if (found.isEmpty()) {
      String stems = String.join(" ", phrase.stream().map(EnglishWords.Word::stem).toList());
      add(found, english.find(EnglishWords.STEMMED + stems), 1);
      add(found, english.find(stems), 1);
    }
    return found.isEmpty() ? null : best(found);
  }

  private static void add(
      Map<String, Double> into, @Nullable List<Translated.Rendering> renderings, double share) {
    if (renderings != null) {
      renderings.forEach(it -> into.merge(it.text(), it.weight() * share, Math::max));
    }
  }

  private static List<Translated.Rendering> best(Map<String, Double> found) {
    return found.entrySet().stream()
        .map(it -> new Translated.Rendering(it.getKey(), it.getValue()))
        .sorted(Comparator.comparingDouble(Translated.Rendering::weight).reversed())
        .limit(MOST_RENDERINGS)
        .toList();
  }

  private static String plain(String text) {
    String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    return Normalizer.normalize(cut, Normalizer.Form.NFKC);
  }
}

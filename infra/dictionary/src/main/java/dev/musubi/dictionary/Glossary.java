package dev.musubi.dictionary;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells titles and single words of one language to a reader of the other, word by word. Better
 * nothing than little: a text of which less than two thirds could be told is not told at all.
 */
public final class Glossary {
  private static final int LONGEST_KEY = 16;
  private static final int LONGEST_PHRASE = 5;
  private static final int LONGEST_TEXT = 400;

  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2}");

  private final Dictionary dictionary;
  private final GlossWords japanese = GlossWords.read("/dictionary/gloss-ja.txt", false);
  private final GlossWords english = GlossWords.read("/dictionary/gloss-en.txt", true);

  public Glossary(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * Whether a text is in the language that this reader does not read.
   *
   * @param readsJapanese or English
   */
  public static boolean isForeign(String text, boolean readsJapanese) {
    boolean japanese = JAPANESE.matcher(text).find();
    return japanese != readsJapanese && (japanese || LATIN.matcher(text).find());
  }

  /**
   * A text for a reader of one language; empty when it is read as it is, or when little of it could
   * be told.
   *
   * @param readsJapanese or English
   */
  public Optional<Gloss> forReader(String text, boolean readsJapanese) {
    if (!isForeign(text, readsJapanese)) {
      return Optional.empty();
    }
    return readsJapanese ? inJapanese(text) : inEnglish(text);
  }

  /** A Japanese text for a reader of English. */
  public Optional<Gloss> inEnglish(String text) {
    String plain = plain(text);
    Telling telling = new Telling(plain, " ", " · ");
    for (int at = 0; at < plain.length(); ) {
      at = japaneseAt(plain, at, telling);
    }
    return telling.gloss();
  }

  /** An English text for a reader of Japanese. */
  public Optional<Gloss> inJapanese(String text) {
    String plain = plain(text);
    Telling telling = new Telling(plain, "", "・");
    List<EnglishWords.Word> words = EnglishWords.of(plain);
    for (int at = 0; at < words.size(); ) {
      at += englishAt(words, at, telling);
    }
    return telling.gloss();
  }

  private int japaneseAt(String text, int at, Telling telling) {
    if (!JapaneseScript.mayBegin(text, at)) {
      return latin(text, at, telling);
    }
    for (int end = Math.min(text.length(), at + LONGEST_KEY); end > at; end--) {
      String key = text.substring(at, end);
      String usual = japanese.find(key);
      String rendering =
          usual != null ? usual : JapaneseScript.mayBeWord(text, at, end) ? first(key) : null;
      if (rendering != null) {
        telling.told(at, end, rendering);
        return end;
      }
    }
    telling.untold(at, at + 1, false);
    return at + 1;
  }

  /** Latin letters are the same in both languages: GaN, PBT. */
  private static int latin(String text, int at, Telling telling) {
    int end = at;
    while (end < text.length() && isLatin(text.charAt(end))) {
      end++;
    }
    if (end > at + 1) {
      telling.same(at, end);
    }
    return Math.max(end, at + 1);
  }

  static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }

  /**
   * The likeliest rendering of a word of two letters or more; single ones mean too many things, and
   * verbs in the middle of a sentence are told only when the dictionary agrees both ways.
   */
  private @Nullable String first(String key) {
    List<Translated.Rendering> found = key.length() < 2 ? null : dictionary.japanese(key);
    if (found == null) {
      return null;
    }
    boolean inflects = JapaneseScript.isHiragana(key.charAt(key.length() - 1));
    String best = null;
    double most = 0;
    for (Translated.Rendering rendering : found) {
      double back = agreement(rendering.text(), key);
      boolean usable = isUsable(rendering.text()) && !(inflects && back == 0);
      double score = usable ? rendering.weight() * (1 + back) : 0;
      if (score > most) {
        most = score;
        best = rendering.text();
      }
    }
    return best;
  }

  /** A name, not an explanation. */
  private static boolean isUsable(String rendering) {
    return rendering.split(" ").length <= 3
        && !rendering.contains(".")
        && !rendering.contains("!")
        && !rendering.startsWith("-")
        && !rendering.endsWith("-")
        && !rendering.startsWith("counter for");
  }

  /** How readily the rendering is translated back. */
  private double agreement(String rendering, String original) {
    List<Translated.Rendering> back = dictionary.english(EnglishWords.key(rendering));
    if (back == null) {
      return 0;
    }
    for (int i = 0; i < back.size(); i++) {
      if (back.get(i).text().equals(original)) {
        return 1.0 / (1 + i);
      }
    }
    return 0;
  }

  private int englishAt(List<EnglishWords.Word> words, int at, Telling telling) {
    if (Character.isDigit(words.get(at).lower().charAt(0))) {
      telling.same(words.get(at).start(), words.get(at).end());
      return 1;
    }
    for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
      List<EnglishWords.Word> phrase = words.subList(at, at + length);
      String key = String.join(" ", phrase.stream().map(EnglishWords.Word::stem).toList());
      int start = phrase.getFirst().start();
      int end = phrase.getLast().end();
      String usual = english.find(key);
      boolean empty = EnglishWords.EMPTY.contains(phrase.getFirst().lower());
      String rendering = usual != null ? usual : empty ? null : mutual(key, phrase);
      if (rendering != null) {
        telling.told(start, end, rendering);
        return length;
      }
    }
    EnglishWords.Word word = words.get(at);
    if (!EnglishWords.EMPTY.contains(word.lower())) {
      telling.untold(word.start(), word.end(), true);
    }
    return 1;
  }

  /**
   * The rendering whose own first meaning is this word. Entries of a stem mix its relatives
   * (detection, detective); those whose meaning is another are left.
   */
  private @Nullable String mutual(String key, List<EnglishWords.Word> phrase) {
    List<Translated.Rendering> found = key.length() < 3 ? null : dictionary.english(key);
    if (found == null) {
      return null;
    }
    String written = String.join(" ", phrase.stream().map(EnglishWords.Word::lower).toList());
    String best = null;
    double most = 0;
    for (Translated.Rendering rendering : found) {
      double score = rendering.weight() * meaning(rendering.text(), written);
      if (score > most) {
        most = score;
        best = rendering.text();
      }
    }
    return best;
  }

  /** Only names in kanji or katakana; what has hiragana is a turn of speech. */
  private double meaning(String rendering, String written) {
    boolean name = rendering.length() > 1 && rendering.chars().noneMatch(Glossary::isHiragana);
    List<Translated.Rendering> back = name ? dictionary.japanese(rendering) : null;
    if (back == null) {
      return 0;
    }
    for (int i = 0; i < Math.min(2, back.size()); i++) {
      String text = back.get(i).text();
      if (text.equals(written) || written.equals(text + "s") || written.equals(text + "es")) {
        return 1.0 / (1 + i);
      }
    }
    return 0;
  }

  private static boolean isHiragana(int c) {
    return JapaneseScript.isHiragana((char) c);
  }

  private static String plain(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return plain.length() > LONGEST_TEXT ? plain.substring(0, LONGEST_TEXT) : plain;
  }
}

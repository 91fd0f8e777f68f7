package dev.musubi.dictionary;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Which stretches of Japanese text are worth a look into the dictionary. */
final class JapaneseScript {
  private JapaneseScript() {}

  /** Words begin with kanji or katakana; those in hiragana are nearly all grammar. */
  static boolean mayBegin(String text, int at) {
    char c = text.charAt(at);
    return isKanji(c) || isKatakana(c);
  }

  /** Nouns in form alone. */
  private static final Set<String> FORMAL =
      Set.of(
          ("ため こと もの とき ところ ほう よう うち ほか はず わけ まま ころ あと まえ うえ した なか そと たび ほど くらい ぐらい おかげ せい"
                  + " つもり とおり かわり あたり ばかり もと ゆえ それ これ あれ どれ ここ そこ あそこ どこ だれ なに いつ みな わたし あなた"
                  + " かた さん ちゃん たち つい ちょっと もちろん いろいろ たくさん それぞれ ふつう ひとつ ふたつ すべて いくつ こちら そちら さび")
              .split(" "));

  /** Whether a word in hiragana may be looked up: a noun that names something. */
  static boolean isNoun(String word) {
    return word.length() >= 2
        && word.chars().allMatch(it -> isHiragana((char) it) || it == 'ー')
        && !FORMAL.contains(word);
  }

  /**
   * The end of a stretch of hiragana that may be a noun: from kanji, katakana or nothing to the
   * like, but for one particle behind it.
   *
   * @return the ends that may be tried, the farthest first
   */
  static int[] ends(String text, int at) {
    int end = at;
    while (end < text.length() && (isHiragana(text.charAt(end)) || text.charAt(end) == 'ー')) {
      end++;
    }
    boolean particle = end - at > 2 && PARTICLES.indexOf(text.charAt(end - 1)) >= 0;
    return particle ? new int[] {end, end - 1} : new int[] {end};
  }

  private static final String PARTICLES = "のをがは";

  /** Whether a stretch of hiragana begins here. */
  static boolean beginsHiragana(String text, int at) {
    return isHiragana(text.charAt(at)) && (at == 0 || !isHiragana(text.charAt(at - 1)));
  }

  /** A lone katakana and a piece of a katakana word mean nothing. */
  static boolean mayBeWord(String text, int start, int end) {
    boolean one = end - start == 1;
    char first = text.charAt(start);
    if (isKatakana(first)) {
      boolean wholeLeft = start == 0 || !isKatakana(text.charAt(start - 1));
      boolean wholeRight =
          end == text.length()
              || !isKatakana(text.charAt(end))
              || !isKatakana(text.charAt(end - 1));
      return !one && (wholeLeft && wholeRight || end - start >= 3);
    }
    return true;
  }

  static boolean isKanji(char c) {
    return UnicodeScript.of(c) == UnicodeScript.HAN;
  }

  static boolean isKatakana(char c) {
    return UnicodeScript.of(c) == UnicodeScript.KATAKANA || c == 'ー';
  }

  static boolean isHiragana(char c) {
    return UnicodeScript.of(c) == UnicodeScript.HIRAGANA;
  }
}

package dev.musubi.elements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The nouns of a Japanese sentence, told by their letters: stretches of kanji, katakana and Latin
 * letters with the kana that belong into them (貼り合わせ, 高い強度), and a few nouns in hiragana.
 */
final class JapaneseNouns {
  private static final String LETTER = "[\\p{IsHan}\\p{IsKatakana}ー々A-Za-z0-9%℃μ+\\-]";

  /** Kana between two stretches of a noun, and of adjectives before it. */
  private static final String INNER =
      "(?:やすい|にくい|しい|きい|さい|ない|たい|くい|まり|わり|がり|がれ|らえ|合わせ|[りれきいみびけげめせちぎえじな]|(?<!\\p{IsHan}{2})し)";

  /** Kana at the end of a noun, before what marks its place in the sentence. */
  private static final String LAST =
      "(?:にくさ|やすさ|まり|わり|がり|がれ|わせ|しさ|[りれきいみびけげめせちぎえじさ])(?=[をがのはにでもとやへ、」）)]|から|まで|など|$)";

  /** What joins nouns to one. */
  private static final Pattern JOIN = Pattern.compile("の|や|と|及び|および|または|・");

  private static final int MOST_JOINED = 4;

  private final Pattern noun;

  JapaneseNouns(Set<String> inHiragana) {
    var kana =
        "(?:(?<!\\p{IsHan})|(?=\\p{IsHiragana}{3}))"
            + WordLists.anyOf(inHiragana)
            + "(?=[をがのはにでもとや、をへ]|から|など|$|"
            + LETTER
            + ")";
    var stretch = "(?:お(?=\\p{IsHan}))?(?:" + LETTER + "++|" + kana + ")";
    noun =
        Pattern.compile(
            stretch
                + "(?:"
                + INNER
                + stretch
                + "|"
                + kana
                + "|"
                + LETTER
                + ")"
                + "{0,12}+(?:"
                + LAST
                + ")?");
  }

  /**
   * A noun.
   *
   * @param start in the sentence
   * @param end behind its last letter
   */
  record Noun(int start, int end, String text) {}

  List<Noun> in(String sentence) {
    var nouns = new ArrayList<Noun>();
    var matcher = noun.matcher(sentence);
    while (matcher.find()) {
      nouns.add(new Noun(matcher.start(), matcher.end(), matcher.group()));
    }
    return nouns;
  }

  /** A noun with those that are joined to it from the left: 金型の表面. */
  static String chain(String sentence, List<Noun> nouns, int at) {
    return sentence.substring(nouns.get(firstOf(sentence, nouns, at)).start(), nouns.get(at).end());
  }

  private static int firstOf(String sentence, List<Noun> nouns, int at) {
    var first = at;
    while (first > 0 && at - first < MOST_JOINED - 1) {
      var between = sentence.substring(nouns.get(first - 1).end(), nouns.get(first).start());
      var same = nouns.get(first).text().startsWith("同");
      if (same || !JOIN.matcher(between).matches()) {
        break;
      }
      first--;
    }
    return first;
  }
}

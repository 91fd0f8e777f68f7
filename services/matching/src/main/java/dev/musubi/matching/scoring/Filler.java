package dev.musubi.matching.scoring;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Words that meet often and tell a reader nothing: they are no reasons, whatever they bring to a
 * score.
 *
 * @param version of this data
 * @param leastShare what a word must weigh beside the heaviest one that met to be a reason
 */
record Filler(int version, String why, double leastShare, Set<String> en, Set<String> ja) {
  static final Filler SHIPPED = shipped();

  /** As the file has it: one string of words a language. */
  private record File(int version, String why, double leastShare, String en, String ja) {}

  private static Filler shipped() {
    var file = TextSettings.Data.read("filler.json", File.class);
    return new Filler(
        file.version(), file.why(), file.leastShare(), words(file.en()), words(file.ja()));
  }

  private static Set<String> words(String line) {
    return Set.copyOf(java.util.Arrays.asList(line.split(" ")));
  }

  /** Whether a word as it stands in a text is one of them. */
  boolean has(String word) {
    var plain = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    return plain.isEmpty() || en.contains(plain) || ja.contains(plain) || isKanaAlone(plain);
  }

  /** One letter of kana is grammar. */
  private static boolean isKanaAlone(String word) {
    var script = UnicodeScript.of(word.codePointAt(0));
    return word.codePointCount(0, word.length()) == 1
        && (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA);
  }
}

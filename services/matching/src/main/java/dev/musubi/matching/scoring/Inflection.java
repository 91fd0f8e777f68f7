package dev.musubi.matching.scoring;

import java.util.Locale;
import java.util.Set;

/** Whether two English words are forms of one, and do not only share a stem. */
final class Inflection {
  /** Endings of forms and of near derivations; "ful" and "less" and "l" are not among them. */
  private static final Set<String> ENDINGS =
      Set.of(
          ("|e|s|es|d|ed|ied|ies|y|r|er|ers|or|ors|ing|ings|ion|ions|ation|ations|tion|tions"
                  + "|ment|ments|ly|ic|ical|al|ity|ness|ive|able|ance|ence|en"
                  + "|ize|ized|izing|ise|ised|ising|a|um|us|i|ae|ist|ists|ure|ant|ent")
              .split("\\|"));

  private Inflection() {}

  /** A rendering of several words, and Japanese, are taken as they are. */
  static boolean sameWord(String word, String rendering) {
    var a = word.toLowerCase(Locale.ROOT);
    var b = rendering.toLowerCase(Locale.ROOT);
    if (!Script.isLatin(a) || !Script.isLatin(b) || b.contains(" ")) {
      return true;
    }
    var common = 0;
    while (common < Math.min(a.length(), b.length()) && a.charAt(common) == b.charAt(common)) {
      common++;
    }
    // The i of generating and generation belongs to their endings.
    var shared = common > 2 && a.charAt(common - 1) == 'i' ? common - 1 : common;
    return common >= 2
        && ((ends(a, common) && ends(b, common)) || (ends(a, shared) && ends(b, shared)));
  }

  /** A doubled letter belongs to the ending: stop, stopping. */
  private static boolean ends(String word, int at) {
    var rest = word.substring(at);
    return ENDINGS.contains(rest)
        || (!rest.isEmpty()
            && rest.charAt(0) == word.charAt(at - 1)
            && ENDINGS.contains(rest.substring(1)));
  }
}

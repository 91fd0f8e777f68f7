package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
import java.lang.Character.UnicodeScript;

/** Tells languages by their letters. */
public final class Script {
  private Script() {}

  /** Japanese when at least a tenth of the letters is, because it borrows Latin words freely. */
  public static Language language(String text) {
    var japanese = text.codePoints().filter(Script::isJapanese).count();
    var letters = text.codePoints().filter(Character::isLetter).count();
    return japanese > 0 && japanese * 10 >= letters ? Language.JA : Language.EN;
  }

  /** Whether a term reads the same in both languages: Latin letters and digits alone. */
  public static boolean isLatin(String term) {
    return term.codePoints().noneMatch(Script::isJapanese);
  }

  /** Whether it is written in katakana alone, as borrowed words are. */
  public static boolean isKatakana(String term) {
    return !term.isEmpty()
        && term.codePoints()
            .allMatch(it -> UnicodeScript.of(it) == UnicodeScript.KATAKANA || it == 'ー');
  }

  static boolean isJapanese(int codePoint) {
    return switch (UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> codePoint == 'ー' || codePoint == '々';
    };
  }
}

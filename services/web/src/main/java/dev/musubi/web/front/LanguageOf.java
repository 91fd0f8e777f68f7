package dev.musubi.web.front;

import dev.musubi.web.language.Language;

/** In which of our languages a text is written: kana and kanji are not used in English. */
final class LanguageOf {
  private LanguageOf() {}

  static Language text(String text) {
    boolean japanese =
        text.codePoints()
            .mapToObj(Character.UnicodeScript::of)
            .anyMatch(
                script ->
                    script == Character.UnicodeScript.HIRAGANA
                        || script == Character.UnicodeScript.KATAKANA
                        || script == Character.UnicodeScript.HAN);
    return japanese ? Language.JA : Language.EN;
  }
}

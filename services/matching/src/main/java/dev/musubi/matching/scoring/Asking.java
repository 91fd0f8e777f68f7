package dev.musubi.matching.scoring;

import java.util.regex.Pattern;

/**
 * Tells whether a Japanese text asks (何年ですか、どこ？) rather than names or describes. Who asks wants the
 * very thing named, and words tell that better than nearness of meaning.
 */
final class Asking {
  private static final Pattern ASKS =
      Pattern.compile(
          "[?？]\\s*$|か[。．]?\\s*$|何[年月日人回歳時度個種色世系]|何[がをにでとのかも、。]|何と|何で|誰|どこ|いつ[にかまのでご]|(?<![なほ])ど[のれ]"
              + "|どんな|なぜ|どうして|いくつ|いくら|[はの]何[?？。]?\\s*$");

  private Asking() {}

  static boolean asks(String text) {
    return ASKS.matcher(text).find();
  }
}

package dev.musubi.e2e.faults;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the suite says, in Japanese or English by the language of the shell. */
final class Texts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle(
          "dev.musubi.e2e.faults.texts",
          Locale.getDefault().getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ROOT);

  private Texts() {}

  /** The text of a key with its arguments. */
  static String of(String key, Object... arguments) {
    // As text, so that a number is not written with a thousands separator of some locale.
    var words = Arrays.stream(arguments).map(String::valueOf).toArray();
    return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(words);
  }
}

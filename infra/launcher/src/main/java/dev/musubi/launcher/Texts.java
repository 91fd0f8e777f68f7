package dev.musubi.launcher;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the command says, in Japanese or English by the language of the shell. */
final class Texts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle(
          "dev.musubi.launcher.texts",
          Locale.getDefault().getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ROOT);

  private Texts() {}

  static String of(String key, Object... arguments) {
    // As text, so that a port is not written with a thousands separator.
    var words = Arrays.stream(arguments).map(String::valueOf).toArray();
    return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(words);
  }

  static CommandFailure failure(String key, Object... arguments) {
    return new CommandFailure(of(key, arguments));
  }
}

package dev.musubi.bench;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What the command says, in Japanese or English by the language of the shell. */
public final class Texts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle(
          "dev.musubi.bench.texts",
          Locale.getDefault().getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ROOT);

  private Texts() {}

  /** The text of a key with its arguments. */
  public static String of(String key, @Nullable Object... arguments) {
    // As text, so that a number is not written with a thousands separator of some locale.
    var words = Arrays.stream(arguments).map(String::valueOf).toArray();
    return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(words);
  }

  /** A failure that says this. */
  public static BenchFailure failure(String key, @Nullable Object... arguments) {
    return new BenchFailure(of(key, arguments));
  }

  static ResourceBundle bundle() {
    return BUNDLE;
  }
}

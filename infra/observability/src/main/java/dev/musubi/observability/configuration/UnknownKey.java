package dev.musubi.observability.configuration;

import java.util.Locale;
import java.util.Optional;

/** A key is set that nobody reads: whoever set it believes in something that is not so. */
public final class UnknownKey extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private UnknownKey(String line) {
    super(line);
  }

  /**
   * @param from where it is set
   */
  static UnknownKey of(String key, String from, KnownKeys keys) {
    boolean japanese = Locale.getDefault().getLanguage().equals("ja");
    Optional<String> successor = keys.successor(key);
    String found =
        japanese
            ? "設定キー " + key + "（" + from + "）"
            : "The configuration key " + key + " (" + from + ") ";
    return new UnknownKey(
        found
            + successor
                .map(next -> japanese ? goneJa(next) : gone(next))
                .orElseGet(
                    () ->
                        keys.nearest(key)
                            .map(near -> japanese ? unknownJa(near) : unknown(near))
                            .orElse(
                                japanese ? "は使われていません。取り除いてください。" : "is not known: remove it.")));
  }

  private static String gone(String next) {
    return next.isEmpty() ? "is no longer read: remove it." : "is now " + next + ": rename it.";
  }

  private static String goneJa(String next) {
    return next.isEmpty() ? "は読まれなくなりました。取り除いてください。" : "は " + next + " に変わりました。名前を直してください。";
  }

  private static String unknown(String near) {
    return "is not known: did you mean " + near + "?";
  }

  private static String unknownJa(String near) {
    return "は使われていません。" + near + " の誤りではありませんか。";
  }
}

package dev.musubi.web.language;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Several phrases in one field of a form, between commas as each language writes them. */
public final class Phrases {
  private static final Pattern SEPARATORS = Pattern.compile("[\\n,、，]");
  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

  private Phrases() {}

  /** The phrases of a field. */
  public static List<String> split(@Nullable String typed) {
    return typed == null
        ? List.of()
        : Stream.of(SEPARATORS.split(typed, -1))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .toList();
  }

  /** The field of these phrases. */
  public static String join(List<String> phrases) {
    String all = String.join("、", phrases);
    return JAPANESE.matcher(all).find() ? all : String.join(", ", phrases);
  }

  /** What was typed, or else what was found. */
  public static @Nullable String orElse(@Nullable String typed, List<String> found) {
    return typed == null || typed.isBlank() ? join(found) : typed;
  }
}

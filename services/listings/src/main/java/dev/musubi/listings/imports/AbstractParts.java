package dev.musubi.listings.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an abstract. Japanese ones name theirs: 【課題】 is the problem, 【解決手段】 the solution;
 * 【選択図】 names a drawing and is left out.
 *
 * @param whole without the heading and the drawing
 */
record AbstractParts(@Nullable String problem, @Nullable String solution, String whole) {
  private static final Pattern HEADING = Pattern.compile("^\\s*(\\(57\\)|（57）)?\\s*【要約】\\s*");
  private static final Pattern DRAWING = Pattern.compile("【選択図】.*$", Pattern.DOTALL);
  private static final Pattern PROBLEM = Pattern.compile("【(?:課題|目的)】([^【]*)");
  private static final Pattern SOLUTION = Pattern.compile("【(?:解決手段|構成)】([^【]*)");

  static AbstractParts of(String text) {
    String whole = DRAWING.matcher(HEADING.matcher(text).replaceFirst("")).replaceFirst("").strip();
    return new AbstractParts(part(PROBLEM, whole), part(SOLUTION, whole), whole);
  }

  private static @Nullable String part(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() && !matcher.group(1).isBlank() ? matcher.group(1).strip() : null;
  }
}

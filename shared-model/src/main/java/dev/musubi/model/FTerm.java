package dev.musubi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A term of the JPO's F-term classification: a theme of five characters, and as far as known the
 * viewpoint, two digits and an additional code, as in {@code 3B120AD04}.
 */
public record FTerm(@JsonValue String code) implements ClassificationCode {
  private static final Pattern CANONICAL =
      Pattern.compile("\\d[A-Z]\\d{3}(?:[A-Z]{2}\\d{2}[A-Z0-9]?)?");
  private static final int THEME = 5;

  public FTerm {
    if (!CANONICAL.matcher(code).matches()) {
      throw new InvalidValue("f-term", code, "a code like 3B120AD04");
    }
  }

  /** Reads {@code 3B120AD04}, {@code 3B120 AD04}, {@code 3B120/AD04}. */
  @JsonCreator
  public static FTerm parse(String raw) {
    return new FTerm(WrittenForm.compact(raw).replaceAll("[/.,\\-]", ""));
  }

  /** As {@link #parse}, empty when it is no such code. */
  public static Optional<FTerm> tryParse(String raw) {
    try {
      return Optional.of(parse(raw));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  /** The theme, for example 3B120. */
  public String theme() {
    return code.substring(0, THEME);
  }

  @Override
  public String display() {
    return code.length() == THEME ? code : theme() + " " + code.substring(THEME);
  }

  /** Whether it lies in a theme, a viewpoint ({@code 3B120AD}) or is this very term. */
  @Override
  public boolean isWithin(String prefix) {
    return code.startsWith(WrittenForm.compact(prefix).replaceAll("[/.,\\-]", ""));
  }

  @Override
  public String toString() {
    return code;
  }
}

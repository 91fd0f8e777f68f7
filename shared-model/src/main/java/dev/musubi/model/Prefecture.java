package dev.musubi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * A prefecture of Japan.
 *
 * @param code JIS X 0401, "01" (Hokkaido) to "47" (Okinawa)
 */
public record Prefecture(@JsonValue String code) {
  private static final Vocabulary NAMES = new Vocabulary("prefectures.json");
  private static final List<Prefecture> ALL =
      NAMES.terms().stream().map(term -> new Prefecture(term.code())).toList();

  public Prefecture {
    if (NAMES.terms().stream().noneMatch(term -> term.code().equals(code))) {
      throw new InvalidValue("prefecture", code, "JIS X 0401 code from 01 to 47");
    }
  }

  /** All 47, from north to south. */
  public static List<Prefecture> all() {
    return ALL;
  }

  /** Reads a code ("13", "1", "JP-13"), a municipality's code ("13101") or a name in ja or en. */
  public static Optional<Prefecture> find(String written) {
    String form = WrittenForm.compact(written).replaceFirst("^JP-?", "");
    if (form.matches("\\d{1,2}|\\d{5,6}")) {
      String code = form.length() <= 2 ? "0".repeat(2 - form.length()) + form : form;
      return NAMES.find(code.substring(0, 2)).map(term -> new Prefecture(term.code()));
    }
    return ALL.stream().filter(it -> it.isNamed(form)).findFirst();
  }

  /** As {@link #find}. */
  @JsonCreator
  public static Prefecture parse(String written) {
    return find(written)
        .orElseThrow(() -> new InvalidValue("prefecture", written, "no prefecture"));
  }

  /** For example 東京都. */
  public String ja() {
    return NAMES.name(code, Language.JA);
  }

  /** For example Tokyo. */
  public String en() {
    return NAMES.name(code, Language.EN);
  }

  /** The name in a language. */
  public String name(Language language) {
    return NAMES.name(code, language);
  }

  private boolean isNamed(String form) {
    String ja = ja();
    String bare = code.equals("01") ? ja : ja.substring(0, ja.length() - 1);
    String english = WrittenForm.compact(en());
    return form.equals(ja)
        || form.equals(bare)
        || form.equals(english)
        || form.equals(english + "PREFECTURE")
        || form.equals(english + "-KEN");
  }

  @Override
  public String toString() {
    return code;
  }
}

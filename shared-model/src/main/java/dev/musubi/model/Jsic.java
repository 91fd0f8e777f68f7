package dev.musubi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class of the Japan Standard Industrial Classification, revision 14 (Notification 256 of the
 * Ministry of Internal Affairs and Communications, 2023). Written as the letter of the section and,
 * as far as known, two digits of the division, three of the group or four of the class: "E", "E24",
 * "E2441".
 */
public record Jsic(@JsonValue String code) {
  /** The revision whose codes and names these are. */
  public static final int REVISION = 14;

  private static final Pattern FORM = Pattern.compile("([A-T])(\\d{2,4})?");
  private static final Pattern WRITTEN = Pattern.compile("([A-T])?-?(\\d{1,4})?");
  private static final List<Term> TERMS = ResourceTable.read("jsic.json", Term[].class);
  private static final Map<String, Term> BY_CODE = new HashMap<>();
  private static final Map<String, String> SECTION_OF_DIVISION = new HashMap<>();

  static {
    for (Term term : TERMS) {
      BY_CODE.put(term.code(), term);
      if (term.code().length() == 3) {
        SECTION_OF_DIVISION.put(term.code().substring(1), term.code().substring(0, 1));
      }
    }
  }

  public Jsic {
    Matcher form = FORM.matcher(code);
    if (!form.matches()) {
      throw invalid(code, "a letter and two to four digits");
    }
    String known = code.substring(0, Math.min(3, code.length()));
    if (!BY_CODE.containsKey(known)) {
      throw invalid(code, "no such division in this section");
    }
  }

  /** Reads "E24", "E-24", "24", "2441", "E". */
  @JsonCreator
  public static Jsic parse(String written) {
    Matcher form = WRITTEN.matcher(WrittenForm.compact(written));
    if (!form.matches()) {
      throw invalid(written, "a letter and two to four digits");
    }
    String digits = Optional.ofNullable(form.group(2)).orElse("");
    String padded = digits.length() == 1 ? "0" + digits : digits;
    String section = form.group(1);
    if (section == null) {
      String division = padded.substring(0, Math.min(2, padded.length()));
      section = SECTION_OF_DIVISION.get(division);
    }
    if (section == null) {
      throw invalid(written, "no such division");
    }
    return new Jsic(section + padded);
  }

  /** As {@link #parse}, empty when there is no such class. */
  public static Optional<Jsic> tryParse(String written) {
    try {
      return Optional.of(parse(written));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  /** Sections and divisions with their names, in order. */
  public static List<Term> terms() {
    return TERMS;
  }

  /** The letter of the section. */
  public String section() {
    return code.substring(0, 1);
  }

  /** Name of the division, or of the section when no division is given. */
  public String name(Language language) {
    Term term = BY_CODE.get(code.substring(0, Math.min(3, code.length())));
    return term == null ? code : term.name(language);
  }

  /** Whether this class lies in (or is) the given one. */
  public boolean isWithin(Jsic wider) {
    return code.startsWith(wider.code);
  }

  private static InvalidValue invalid(String raw, String why) {
    return new InvalidValue("jsic", raw, why);
  }

  @Override
  public String toString() {
    return code;
  }
}

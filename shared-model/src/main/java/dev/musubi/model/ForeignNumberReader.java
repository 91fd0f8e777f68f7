package dev.musubi.model;

import static dev.musubi.model.PatentNumber.invalid;

import dev.musubi.model.PatentNumber.Type;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers of other offices: the digits as they are, the type by WIPO ST.16 kind code. */
final class ForeignNumberReader {
  private static final Pattern CODED =
      Pattern.compile("(?<office>[A-Z]{2})[-.]?(?<rest>(?:[A-Z]{0,2})\\d.*)");
  private static final Pattern BARE =
      Pattern.compile("(?<number>[A-Z]{0,2}\\d[\\d/.\\-]*X?)[-.]?(?<kind>[A-Z]\\d?)?");
  private static final int US_PUBLICATION_DIGITS = 11;

  private ForeignNumberReader() {}

  static Optional<PatentNumber> coded(String raw, String text, @Nullable Type expected) {
    Matcher m = CODED.matcher(text);
    return m.matches() ? bare(raw, m.group("rest"), m.group("office"), expected) : Optional.empty();
  }

  static Optional<PatentNumber> bare(
      String raw, String text, String office, @Nullable Type expected) {
    Matcher m = BARE.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    String written = m.group("number");
    String kind = m.group("kind");
    String digits = digits(office, written);
    if (digits.isEmpty()) {
      throw invalid(raw, "no digits");
    }
    Type type = type(office, written, digits, kind, expected);
    return Optional.of(new PatentNumber(type, office, canonical(office, type, digits), kind));
  }

  private static String digits(String office, String written) {
    // European applications end in a check digit after a dot.
    String unchecked =
        office.equals("EP") ? written.replaceFirst("(\\d{8})\\.\\d$", "$1") : written;
    return unchecked.replaceAll("[/.\\-]", "");
  }

  private static String canonical(String office, Type type, String digits) {
    if (office.equals("US") && type == Type.PUBLICATION && digits.length() == 10) {
      return digits.substring(0, 4) + "0" + digits.substring(4);
    }
    return type == Type.REGISTRATION ? PatentNumberReader.stripZeros(digits) : digits;
  }

  private static Type type(
      String office,
      String written,
      String digits,
      @Nullable String kind,
      @Nullable Type expected) {
    if (kind == null) {
      return expected == null ? guess(office, written, digits) : national(expected);
    }
    return switch (kind.charAt(0)) {
      case 'A', 'T' -> typeOfA(office, digits, expected);
      case 'U', 'Y' -> Type.UTILITY_REGISTRATION;
      case 'S' -> Type.DESIGN_REGISTRATION;
      default -> Type.REGISTRATION;
    };
  }

  /** Until 2001 the kind code A stood on granted patents of the United States. */
  private static Type typeOfA(String office, String digits, @Nullable Type expected) {
    if (expected != null && expected.isApplication()) {
      return national(expected);
    }
    boolean granted = office.equals("US") && digits.length() <= 7;
    return granted ? Type.REGISTRATION : Type.PUBLICATION;
  }

  private static Type guess(String office, String written, String digits) {
    if (written.contains("/") && digits.length() < US_PUBLICATION_DIGITS) {
      return Type.APPLICATION;
    }
    return office.equals("US") && digits.length() <= 8 ? Type.REGISTRATION : Type.PUBLICATION;
  }

  private static Type national(Type expected) {
    return switch (expected) {
      case INTERNATIONAL_APPLICATION -> Type.APPLICATION;
      case INTERNATIONAL_PUBLICATION -> Type.PUBLICATION;
      default -> expected;
    };
  }
}

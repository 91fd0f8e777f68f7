package dev.musubi.model;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number of an application, a publication or a right, in one canonical form. Japanese numbers are
 * those of the JPO: four digits of the western year and six of the serial number, or the plain
 * number of a registration. The same ten digits name an application and a publication of different
 * inventions, so the type is part of the value.
 *
 * @param type what is numbered
 * @param office ISO 3166 alpha-2 or WIPO ST.3 code of the office; "WO" for international numbers
 * @param number canonical number, for example {@code 2020123456}, {@code 6543210} or {@code
 *     JP2020012345} for an international application
 * @param kindCode WIPO ST.16 code such as "B2" when it was written, or null; not part of the
 *     identity
 */
public record PatentNumber(Type type, String office, String number, @Nullable String kindCode) {
  private static final int FIRST_YEAR = 1885;
  private static final int FIRST_PCT_YEAR = 1978;
  private static final Pattern OFFICE = Pattern.compile("[A-Z]{2}");
  private static final Pattern YEAR_FORM = Pattern.compile("\\d{10}");
  private static final Pattern PLAIN = Pattern.compile("[1-9]\\d{0,6}");
  private static final Pattern INTERNATIONAL = Pattern.compile("[A-Z]{2}\\d{10}");
  private static final Pattern FOREIGN = Pattern.compile("[A-Z]{0,2}\\d{1,13}[X]?");
  private static final Pattern KIND = Pattern.compile("[A-Z]\\d?");

  /** What is numbered. */
  public enum Type {
    /** 特願. */
    APPLICATION,
    /** 特開. */
    PUBLICATION,
    /** 特表, the Japanese translation of an international application. */
    TRANSLATION,
    /** 再表, numbered by the international publication. */
    REPUBLICATION,
    /** 特公, before 1996. */
    EXAMINED,
    /** 特許. */
    REGISTRATION,
    /** 実願. */
    UTILITY_APPLICATION,
    /** 実開. */
    UTILITY_PUBLICATION,
    /** 実表. */
    UTILITY_TRANSLATION,
    /** 実公, before 1996. */
    UTILITY_EXAMINED,
    /** 実用新案登録. */
    UTILITY_REGISTRATION,
    /** 意願. */
    DESIGN_APPLICATION,
    /** 意匠登録. */
    DESIGN_REGISTRATION,
    /** PCT/JP2020/012345. */
    INTERNATIONAL_APPLICATION,
    /** WO 2020/123456. */
    INTERNATIONAL_PUBLICATION;

    /** Whether the JPO numbers it by itself and not by year. */
    public boolean isRegistration() {
      return this == REGISTRATION || this == UTILITY_REGISTRATION || this == DESIGN_REGISTRATION;
    }

    /** Whether it numbers an application. */
    public boolean isApplication() {
      return this == APPLICATION
          || this == UTILITY_APPLICATION
          || this == DESIGN_APPLICATION
          || this == INTERNATIONAL_APPLICATION;
    }
  }

  public PatentNumber {
    if (!OFFICE.matcher(office).matches()) {
      throw invalid(office, "no code of an office");
    }
    if (kindCode != null && !KIND.matcher(kindCode).matches()) {
      throw invalid(kindCode, "no kind code");
    }
    check(type, office, number);
  }

  /** Reads a number that says by itself what it is, as far as it does. */
  public static PatentNumber parse(String raw) {
    return parse(raw, "JP", null);
  }

  /**
   * Reads a number as people, offices and data sets write it.
   *
   * @param office where it is from when it does not say so
   * @param expected what it is when it does not say so (the name of a column, for example), or null
   * @throws InvalidValue when it cannot be a number
   */
  public static PatentNumber parse(String raw, String office, @Nullable Type expected) {
    return new PatentNumberReader(raw, office, expected).read();
  }

  /** As {@link #parse(String, String, Type)}, empty when it cannot be a number. */
  public static Optional<PatentNumber> tryParse(
      String raw, String office, @Nullable Type expected) {
    try {
      return Optional.of(parse(raw, office, expected));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  /** Identity across spellings: two numbers with this key are the same document. */
  public String key() {
    return office + "/" + type.name() + "/" + number;
  }

  /** As it is written in Japan (特願2020-123456, 特開平6-20458, 特許第6543210号) or abroad. */
  public String display() {
    return PatentNumberDisplay.of(this);
  }

  /** The document's page at J-PlatPat, when its address follows from the number. */
  public Optional<String> jPlatPatLink() {
    return JPlatPatLinks.of(this);
  }

  /** Year of the number, or empty where numbers do not hold one. */
  public Optional<Integer> year() {
    if (type == Type.INTERNATIONAL_APPLICATION) {
      return Optional.of(Integer.parseInt(number.substring(2, 6)));
    }
    boolean dated = type == Type.INTERNATIONAL_PUBLICATION || office.equals("JP");
    return dated && !type.isRegistration()
        ? Optional.of(Integer.parseInt(number.substring(0, 4)))
        : Optional.empty();
  }

  private static void check(Type type, String office, String number) {
    if (type == Type.INTERNATIONAL_APPLICATION) {
      require(INTERNATIONAL, number, "PCT numbers are like JP2020012345");
      checkYear(number, number.substring(2), FIRST_PCT_YEAR);
    } else if (type == Type.INTERNATIONAL_PUBLICATION || office.equals("JP")) {
      if (type.isRegistration()) {
        require(PLAIN, number, "a registration has one to seven digits");
      } else {
        require(YEAR_FORM, number, "four digits of the year and six of the serial number");
        boolean international = type == Type.INTERNATIONAL_PUBLICATION;
        checkYear(number, number, international ? FIRST_PCT_YEAR : FIRST_YEAR);
      }
    } else {
      require(FOREIGN, number, "digits only");
    }
  }

  private static void checkYear(String shown, String yearAndSerial, int first) {
    int year = Integer.parseInt(yearAndSerial.substring(0, 4));
    // One year of grace, as clocks and calendars differ around New Year.
    int last = LocalDate.now(ZoneOffset.UTC).getYear() + 1;
    if (year < first || year > last) {
      throw invalid(shown, "the year is not between " + first + " and now");
    }
    if (yearAndSerial.endsWith("000000")) {
      throw invalid(shown, "serial numbers start at 1");
    }
  }

  private static void require(Pattern pattern, String number, String why) {
    if (!pattern.matcher(number).matches()) {
      throw invalid(number, why);
    }
  }

  static InvalidValue invalid(String raw, String why) {
    return new InvalidValue("patent-number", raw, why);
  }
}

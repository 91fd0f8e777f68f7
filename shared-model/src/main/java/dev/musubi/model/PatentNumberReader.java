package dev.musubi.model;

import static dev.musubi.model.PatentNumber.invalid;

import dev.musubi.model.PatentNumber.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as the JPO prints them, as data sets (DOCDB, Google Patents, Lens) code them and as
 * people type them. What a number says of itself wins over what the caller expects, except for the
 * kind code A, which DOCDB puts on applications and publications alike.
 */
final class PatentNumberReader {
  private static final Map<String, Type> WORDS = words();
  private static final String YEAR = "元|[一二三四五六七八九十]{1,3}|\\d{1,4}";
  private static final String ERA = JapaneseEra.PATTERN;
  private static final String KIND = "(?:[-.]?(?<kind>[A-Z]\\d?))?";

  private static final Pattern PCT =
      Pattern.compile("PCT/?(?<cc>[A-Z]{2})(?<year>\\d{4}|\\d{2})[/-]?(?<serial>\\d{5,6})");
  private static final Pattern PCT_CANONICAL = Pattern.compile("[A-Z]{2}\\d{10}");
  private static final Pattern WO =
      Pattern.compile("(?:国際公開)?(?:WO)?[-.]?(?<year>\\d{4}|\\d{2})[/-]?(?<serial>\\d{5,6})" + KIND);
  private static final Pattern JAPANESE =
      Pattern.compile(
          "(?:(?<era>%s)?(?<year>%s)年)?(?<word>%s)(?:(?:(?<era2>%s)?(?<year2>%s)年?[-/])?(?<serial>\\d{1,7})|(?<ten>\\d{10}))%s"
              .formatted(ERA, YEAR, String.join("|", WORDS.keySet()), ERA, YEAR, KIND));
  private static final Pattern DATED =
      Pattern.compile(
          "P?(?:(?<era>%s)(?<year>%s)年?-|(?<letter>[MTSHR])(?<yy>\\d{2})|(?<yyyy>\\d{4})年?-|(?<ten>\\d{4}(?=\\d{6}(?!\\d))))(?<serial>\\d{1,7})%s"
              .formatted(ERA, YEAR, KIND));
  private static final Pattern PLAIN = Pattern.compile("(?<serial>\\d{1,7})" + KIND);
  private static final Pattern REPUBLISHED =
      Pattern.compile("WO[-.]?(?<year>\\d{4})[-/]?(?<serial>\\d{6})" + KIND);

  /** Serial numbers of Japanese translations lie here in each year. */
  private static final int FIRST_TRANSLATION = 500_001;

  private static final int LAST_TRANSLATION = 599_999;

  private final String raw;
  private final String text;
  private final String office;
  private final @Nullable Type expected;

  PatentNumberReader(String raw, String office, @Nullable Type expected) {
    this.raw = raw;
    this.text = clean(raw);
    this.office = office;
    this.expected = expected;
  }

  PatentNumber read() {
    if (text.isEmpty() || text.length() > 40) {
      throw invalid(raw, "no number");
    }
    return international()
        .or(this::japanese)
        .or(this::coded)
        .or(this::bare)
        .orElseThrow(() -> invalid(raw, "not written as any known number"));
  }

  private Optional<PatentNumber> international() {
    Matcher pct = PCT.matcher(text);
    if (pct.matches()) {
      String number = pct.group("cc") + century(pct.group("year")) + six(pct.group("serial"));
      return number(Type.INTERNATIONAL_APPLICATION, "WO", number, null);
    }
    if (expected == Type.INTERNATIONAL_APPLICATION && PCT_CANONICAL.matcher(text).matches()) {
      return number(Type.INTERNATIONAL_APPLICATION, "WO", text, null);
    }
    boolean marked = text.startsWith("WO") || text.startsWith("国際公開");
    Matcher wo = WO.matcher(text);
    if ((marked || expected == Type.INTERNATIONAL_PUBLICATION) && wo.matches()) {
      String number = century(wo.group("year")) + six(wo.group("serial"));
      return number(Type.INTERNATIONAL_PUBLICATION, "WO", number, wo.group("kind"));
    }
    return Optional.empty();
  }

  private Optional<PatentNumber> japanese() {
    Matcher m = JAPANESE.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    Type type = Objects.requireNonNull(WORDS.get(m.group("word")));
    String kind = m.group("kind");
    boolean before = m.group("year") != null;
    String year = before ? m.group("year") : m.group("year2");
    if (type.isRegistration()) {
      if (year != null || m.group("serial") == null) {
        throw invalid(raw, "a registration has no year");
      }
      return number(type, "JP", stripZeros(m.group("serial")), kind);
    }
    if (m.group("ten") != null) {
      return number(type, "JP", m.group("ten"), kind);
    }
    if (year == null) {
      throw invalid(raw, "the year is missing");
    }
    String era = before ? m.group("era") : m.group("era2");
    return number(type, "JP", western(era, year) + six(m.group("serial")), kind);
  }

  /** Numbers that begin with the code of an office. */
  private Optional<PatentNumber> coded() {
    if (!text.startsWith("JP")) {
      return ForeignNumberReader.coded(raw, text, expected);
    }
    String rest = text.substring(2).replaceFirst("^[-.]", "");
    Matcher republished = REPUBLISHED.matcher(rest);
    if (republished.matches()) {
      String number = republished.group("year") + republished.group("serial");
      return number(Type.REPUBLICATION, "JP", number, republished.group("kind"));
    }
    Matcher lettered = Pattern.compile("([ABUY])-?(\\d{4}-.*|[MTSHR]\\d.*)").matcher(rest);
    String unlettered = lettered.matches() ? lettered.group(2) + lettered.group(1) : rest;
    return dated(unlettered).or(() -> plain(unlettered, true));
  }

  private Optional<PatentNumber> bare() {
    if (!office.equals("JP")) {
      return ForeignNumberReader.bare(raw, text, office, expected);
    }
    return dated(text).or(() -> plain(text, false));
  }

  private Optional<PatentNumber> dated(String written) {
    Matcher m = DATED.matcher(written);
    if (!m.matches()) {
      return Optional.empty();
    }
    String year;
    if (m.group("era") != null) {
      year = western(m.group("era"), m.group("year"));
    } else if (m.group("letter") != null) {
      year = western(m.group("letter"), m.group("yy"));
    } else {
      year = m.group("yyyy") != null ? m.group("yyyy") : m.group("ten");
    }
    String number = year + six(m.group("serial"));
    String kind = m.group("kind");
    return number(typeOfDated(kind, number), "JP", number, kind);
  }

  private Type typeOfDated(@Nullable String kind, String number) {
    boolean ambiguous = kind == null || kind.startsWith("A");
    int serial = Integer.parseInt(number.substring(4));
    boolean translated = serial >= FIRST_TRANSLATION && serial <= LAST_TRANSLATION;
    if (ambiguous && expected != null && !expected.isRegistration()) {
      return translated && expected == Type.PUBLICATION ? Type.TRANSLATION : expected;
    }
    if (kind == null) {
      if (expected != null) {
        throw invalid(raw, "a registration has no year");
      }
      return Type.APPLICATION;
    }
    return switch (kind.charAt(0)) {
      case 'A' -> translated ? Type.TRANSLATION : Type.PUBLICATION;
      case 'B' -> Type.EXAMINED;
      case 'U' -> Type.UTILITY_PUBLICATION;
      case 'Y' -> Type.UTILITY_EXAMINED;
      default -> throw invalid(raw, "unknown kind code");
    };
  }

  /** A number without a year. Without any mark only seven digits are taken for a patent. */
  private Optional<PatentNumber> plain(String written, boolean marked) {
    Matcher m = PLAIN.matcher(written);
    if (!m.matches()) {
      return Optional.empty();
    }
    String kind = m.group("kind");
    String serial = stripZeros(m.group("serial"));
    if (kind == null) {
      boolean fits = expected == null ? marked || serial.length() == 7 : expected.isRegistration();
      Type type = expected == null ? Type.REGISTRATION : expected;
      return fits ? number(type, "JP", serial, null) : Optional.empty();
    }
    return switch (kind.charAt(0)) {
      case 'B', 'C' -> number(Type.REGISTRATION, "JP", serial, kind);
      case 'U', 'Y' -> number(Type.UTILITY_REGISTRATION, "JP", serial, kind);
      case 'S' -> number(Type.DESIGN_REGISTRATION, "JP", serial, kind);
      default -> Optional.empty();
    };
  }

  private String western(@Nullable String era, String written) {
    int year = JapaneseEra.readYear(written);
    if (era == null) {
      if (year < 1000) {
        throw invalid(raw, "the era of the year is missing");
      }
      return Integer.toString(year);
    }
    return JapaneseEra.named(era)
        .flatMap(it -> it.western(year))
        .map(it -> Integer.toString(it))
        .orElseThrow(() -> invalid(raw, "this era had no such year"));
  }

  private static Optional<PatentNumber> number(
      Type type, String office, String number, @Nullable String kind) {
    return Optional.of(new PatentNumber(type, office, number, kind));
  }

  private static String clean(String raw) {
    String compact = WrittenForm.compact(raw).replaceAll("[第号,、\"'「」]|公報$", "");
    // The gazette repeats the number in brackets: 特開2020-123456(P2020-123456A).
    int bracket = compact.indexOf('(');
    if (bracket > 0) {
      return compact.substring(0, bracket);
    }
    return compact.replaceAll("[()]", "");
  }

  private static String six(String serial) {
    return "0".repeat(Math.max(0, 6 - serial.length())) + serial;
  }

  static String stripZeros(String digits) {
    return digits.replaceFirst("^0+(?=.)", "");
  }

  private static String century(String year) {
    if (year.length() == 4) {
      return year;
    }
    // The Patent Cooperation Treaty began in 1978; two digits were used until 2003.
    return (Integer.parseInt(year) >= 78 ? "19" : "20") + year;
  }

  /** Longer words first, as the shorter ones begin them. */
  private static Map<String, Type> words() {
    Map<String, Type> words = new LinkedHashMap<>();
    words.put("特許出願公開", Type.PUBLICATION);
    words.put("特許出願公告", Type.EXAMINED);
    words.put("特許出願", Type.APPLICATION);
    words.put("特許願", Type.APPLICATION);
    words.put("特願", Type.APPLICATION);
    words.put("特開", Type.PUBLICATION);
    words.put("特表", Type.TRANSLATION);
    words.put("特公", Type.EXAMINED);
    words.put("再公表特許", Type.REPUBLICATION);
    words.put("再公表", Type.REPUBLICATION);
    words.put("再表", Type.REPUBLICATION);
    words.put("特許登録", Type.REGISTRATION);
    words.put("特許番号", Type.REGISTRATION);
    words.put("特許", Type.REGISTRATION);
    words.put("実用新案登録願", Type.UTILITY_APPLICATION);
    words.put("実用新案登録出願", Type.UTILITY_APPLICATION);
    words.put("実用新案登録", Type.UTILITY_REGISTRATION);
    words.put("登録実用新案", Type.UTILITY_REGISTRATION);
    words.put("実願", Type.UTILITY_APPLICATION);
    words.put("実開", Type.UTILITY_PUBLICATION);
    words.put("実表", Type.UTILITY_TRANSLATION);
    words.put("実公", Type.UTILITY_EXAMINED);
    words.put("実登", Type.UTILITY_REGISTRATION);
    words.put("登実", Type.UTILITY_REGISTRATION);
    words.put("意匠登録願", Type.DESIGN_APPLICATION);
    words.put("意匠登録", Type.DESIGN_REGISTRATION);
    words.put("意願", Type.DESIGN_APPLICATION);
    return words;
  }
}

package dev.musubi.model;

import java.util.Optional;

/** The eras of the patent system, which began in Meiji 18 (1885). */
enum JapaneseEra {
  MEIJI('M', "明", "明治", 1867, 45),
  TAISHO('T', "大", "大正", 1911, 15),
  SHOWA('S', "昭", "昭和", 1925, 64),
  HEISEI('H', "平", "平成", 1988, 31),
  REIWA('R', "令", "令和", 2018, 99);

  /** Matches each way of naming an era. */
  static final String PATTERN = "明治|大正|昭和|平成|令和|明|大|昭|平|令|M|T|S|H|R";

  private static final String KANJI_DIGITS = "〇一二三四五六七八九";
  private final char letter;
  private final String shortName;
  private final String longName;
  private final int yearZero;
  private final int lastYear;

  JapaneseEra(char letter, String shortName, String longName, int yearZero, int lastYear) {
    this.letter = letter;
    this.shortName = shortName;
    this.longName = longName;
    this.yearZero = yearZero;
    this.lastYear = lastYear;
  }

  static Optional<JapaneseEra> named(String name) {
    for (JapaneseEra era : values()) {
      boolean byLetter = name.length() == 1 && name.charAt(0) == era.letter;
      if (byLetter || name.equals(era.shortName) || name.equals(era.longName)) {
        return Optional.of(era);
      }
    }
    return Optional.empty();
  }

  /** The era in which applications of a year before 2000 were numbered. */
  static JapaneseEra ofNumbersIn(int year) {
    JapaneseEra found = MEIJI;
    for (JapaneseEra era : values()) {
      if (year > era.yearZero) {
        found = era;
      }
    }
    return found;
  }

  /** The western year, or empty when this era had no such year. */
  Optional<Integer> western(int yearOfEra) {
    return yearOfEra >= 1 && yearOfEra <= lastYear
        ? Optional.of(yearZero + yearOfEra)
        : Optional.empty();
  }

  int yearOfEra(int western) {
    return western - yearZero;
  }

  String shortName() {
    return shortName;
  }

  char letter() {
    return letter;
  }

  /**
   * A year as it is written: digits, 元 (the first), or kanji up to 九十九. Minus one if unreadable.
   */
  static int readYear(String written) {
    if (written.equals("元")) {
      return 1;
    }
    if (written.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return written.isEmpty() || written.length() > 4 ? -1 : Integer.parseInt(written);
    }
    return readKanji(written);
  }

  private static int readKanji(String written) {
    int ten = written.indexOf('十');
    if (ten < 0) {
      return written.length() == 1 ? KANJI_DIGITS.indexOf(written.charAt(0)) : -1;
    }
    int tens = ten == 0 ? 1 : readKanji(written.substring(0, ten));
    String rest = written.substring(ten + 1);
    int ones = rest.isEmpty() ? 0 : readKanji(rest);
    return tens < 1 || ones < 0 ? -1 : tens * 10 + ones;
  }
}

package dev.musubi.model;

import dev.musubi.model.PatentNumber.Type;

/** Writes numbers as the JPO prints them: by era before 2000, by the western year since. */
final class PatentNumberDisplay {
  private static final int FIRST_WESTERN_YEAR = 2000;

  private PatentNumberDisplay() {}

  static String of(PatentNumber it) {
    return switch (it.type()) {
      case INTERNATIONAL_APPLICATION ->
          "PCT/"
              + it.number().substring(0, 2)
              + it.number().substring(2, 6)
              + "/"
              + it.number().substring(6);
      case INTERNATIONAL_PUBLICATION -> "国際公開第" + slashed(it.number()) + "号";
      default -> it.office().equals("JP") ? japanese(it) : foreign(it);
    };
  }

  private static String japanese(PatentNumber it) {
    return switch (it.type()) {
      case REGISTRATION -> "特許第" + it.number() + "号";
      case UTILITY_REGISTRATION -> "実用新案登録第" + it.number() + "号";
      case DESIGN_REGISTRATION -> "意匠登録第" + it.number() + "号";
      case REPUBLICATION -> "再表" + slashed(it.number());
      default -> prefix(it.type()) + year(it.number()) + "-" + serial(it.number());
    };
  }

  private static String prefix(Type type) {
    return switch (type) {
      case PUBLICATION -> "特開";
      case TRANSLATION -> "特表";
      case EXAMINED -> "特公";
      case UTILITY_APPLICATION -> "実願";
      case UTILITY_PUBLICATION -> "実開";
      case UTILITY_TRANSLATION -> "実表";
      case UTILITY_EXAMINED -> "実公";
      case DESIGN_APPLICATION -> "意願";
      default -> "特願";
    };
  }

  private static String year(String number) {
    int year = Integer.parseInt(number.substring(0, 4));
    if (year >= FIRST_WESTERN_YEAR) {
      return Integer.toString(year);
    }
    JapaneseEra era = JapaneseEra.ofNumbersIn(year);
    return era.shortName() + era.yearOfEra(year);
  }

  /** Six digits since 2000; without leading zeros before, as it was printed then. */
  private static String serial(String number) {
    String serial = number.substring(4);
    boolean western = Integer.parseInt(number.substring(0, 4)) >= FIRST_WESTERN_YEAR;
    return western ? serial : Integer.toString(Integer.parseInt(serial));
  }

  private static String slashed(String number) {
    return number.substring(0, 4) + "/" + number.substring(4);
  }

  private static String foreign(PatentNumber it) {
    String kind = it.kindCode();
    return it.office() + " " + it.number() + (kind == null ? "" : " " + kind);
  }
}

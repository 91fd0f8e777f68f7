package dev.musubi.model;

import java.util.List;
import java.util.Optional;

/**
 * Addresses of J-PlatPat that follow from a number. Their form is not documented officially, so it
 * is data ({@code jplatpat-links.json}): which document code a type has.
 */
final class JPlatPatLinks {
  private static final String BASE = "https://www.j-platpat.inpit.go.jp/c1801/PU/JP-";
  private static final int FIRST_WESTERN_YEAR = 2000;
  private static final List<Form> FORMS = ResourceTable.read("jplatpat-links.json", Form[].class);

  private JPlatPatLinks() {}

  static Optional<String> of(PatentNumber number) {
    if (!number.office().equals("JP")) {
      return Optional.empty();
    }
    return FORMS.stream()
        .filter(form -> form.type() == number.type())
        .map(form -> BASE + written(number) + "/" + form.document() + "/ja")
        .findFirst();
  }

  private static String written(PatentNumber it) {
    if (it.type().isRegistration()) {
      return it.number();
    }
    int year = Integer.parseInt(it.number().substring(0, 4));
    String serial = it.number().substring(4);
    if (year >= FIRST_WESTERN_YEAR) {
      return year + "-" + serial;
    }
    JapaneseEra era = JapaneseEra.ofNumbersIn(year);
    return "%c%02d-%s".formatted(era.letter(), era.yearOfEra(year), serial);
  }

  record Form(PatentNumber.Type type, String document) {}
}

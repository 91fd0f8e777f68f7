package dev.musubi.listings.imports;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as offices and people write them: 2021-04-01, 2021/4/1, 20210401, 2021年4月1日, 令和3年4月1日,
 * R3.4.1.
 */
final class WrittenDate {
  private static final Pattern FORM =
      Pattern.compile("(明治|大正|昭和|平成|令和|[MTSHR])?(元|\\d{1,4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Map<String, Integer> YEAR_ZERO =
      Map.of(
          "明治", 1867, "M", 1867, "大正", 1911, "T", 1911, "昭和", 1925, "S", 1925, "平成", 1988, "H",
          1988, "令和", 2018);
  private static final int REIWA_ZERO = 2018;

  private WrittenDate() {}

  static Optional<LocalDate> read(String written) {
    String plain =
        Normalizer.normalize(written, Normalizer.Form.NFKC)
            .replaceAll("[\\s]+", "")
            .replaceFirst("T\\d\\d:.*$", "");
    Matcher compact = COMPACT.matcher(plain);
    if (compact.matches()) {
      return date(compact.group(1), compact.group(2), compact.group(3), 0);
    }
    Matcher form = FORM.matcher(plain);
    if (!form.matches()) {
      return Optional.empty();
    }
    int zero = form.group(1) == null ? 0 : YEAR_ZERO.getOrDefault(form.group(1), REIWA_ZERO);
    return date(form.group(2), form.group(3), form.group(4), zero);
  }

  private static Optional<LocalDate> date(String year, String month, String day, int zero) {
    try {
      int y = zero + (year.equals("元") ? 1 : Integer.parseInt(year));
      LocalDate date = LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day));
      return y < 1868 ? Optional.empty() : Optional.of(date);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

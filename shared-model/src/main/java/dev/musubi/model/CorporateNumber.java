package dev.musubi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 法人番号: the number of a corporation, twelve digits after a check digit (Order of the Ministry of
 * Finance on the designation of corporate numbers, article 2). With a leading T it is the number of
 * a qualified invoice issuer, and is read as well.
 *
 * @param digits thirteen digits, the first being the check digit (1 to 9)
 */
public record CorporateNumber(@JsonValue String digits) {
  private static final Pattern FORM = Pattern.compile("[1-9]\\d{12}");

  public CorporateNumber {
    if (!FORM.matcher(digits).matches()) {
      throw new InvalidValue("corporate-number", digits, "thirteen digits, the first not zero");
    }
    if (digits.charAt(0) - '0' != checkDigit(digits.substring(1))) {
      throw new InvalidValue("corporate-number", digits, "the check digit does not fit");
    }
  }

  /** Reads a number with full-width digits, hyphens, spaces or a leading T. */
  @JsonCreator
  public static CorporateNumber parse(String raw) {
    String compact = WrittenForm.compact(raw).replace("-", "");
    return new CorporateNumber(compact.startsWith("T") ? compact.substring(1) : compact);
  }

  /** As {@link #parse}, empty when it is no corporate number. */
  public static Optional<CorporateNumber> tryParse(String raw) {
    try {
      return Optional.of(parse(raw));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  /** 9 − ((Σ Pₙ·Qₙ) mod 9): Pₙ the n-th digit from the right, Qₙ 1 for odd n and 2 for even n. */
  static int checkDigit(String twelve) {
    int sum = 0;
    for (int n = 1; n <= twelve.length(); n++) {
      int digit = twelve.charAt(twelve.length() - n) - '0';
      sum += digit * (n % 2 == 1 ? 1 : 2);
    }
    return 9 - sum % 9;
  }

  @Override
  public String toString() {
    return digits;
  }
}

package dev.musubi.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings the many ways of writing the same code to one. */
final class WrittenForm {
  /** Hyphens, dashes, the minus sign and the prolonged sound mark, all used as a hyphen. */
  private static final Pattern DASHES =
      Pattern.compile("[\\u2010-\\u2015\\u2212\\u30FC\\u2500\\u2501\\uFE58\\uFE63\\u00AD\\u2043]");

  private static final Pattern SPACES = Pattern.compile("[\\s\\u200B-\\u200D\\u2060\\uFEFF]+");

  private WrittenForm() {}

  /** NFKC, one kind of hyphen, upper case, trimmed; inner spaces stay as one space. */
  static String spaced(String raw) {
    String nfkc = Normalizer.normalize(raw, Normalizer.Form.NFKC);
    String dashed = DASHES.matcher(nfkc).replaceAll("-");
    return SPACES.matcher(dashed).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
  }

  /** As {@link #spaced}, without any space. */
  static String compact(String raw) {
    return spaced(raw).replace(" ", "");
  }
}

package dev.musubi.listings.imports;

import java.text.Normalizer;
import java.util.Locale;

/** Headers are compared without regard to width, case, spaces and byte order marks. */
final class Headers {
  private Headers() {}

  static String normal(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\uFEFF]+", "")
        .toLowerCase(Locale.ROOT);
  }
}

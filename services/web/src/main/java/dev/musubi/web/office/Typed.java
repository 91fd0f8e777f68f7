package dev.musubi.web.office;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed, as JSON: full-width digits are digits, and nothing typed is nothing sent. */
final class Typed {
  private Typed() {}

  static void text(Map<String, Object> into, String name, @Nullable String typed) {
    if (typed != null && !typed.isBlank()) {
      into.put(name, typed.strip());
    }
  }

  /** What is no number is sent as it is, so that the API names the field. */
  static void number(Map<String, Object> into, String name, @Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return;
    }
    String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).replace(",", "");
    if (plain.matches("-?\\d{1,12}")) {
      into.put(name, Long.valueOf(plain));
    } else if (plain.matches("-?\\d{1,9}\\.\\d{1,6}")) {
      into.put(name, new BigDecimal(plain));
    } else {
      into.put(name, typed.strip());
    }
  }
}

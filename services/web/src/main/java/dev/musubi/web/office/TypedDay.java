package dev.musubi.web.office;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day in three fields of one name, which arrive as one text with commas. What was typed is kept
 * as it is; a whole date is handed on as one.
 */
public record TypedDay(String year, String month, String day) {
  /** Reads "2020,1,27" as well as "2020-01-27". */
  public static TypedDay of(@Nullable String typed) {
    List<String> parts = new ArrayList<>();
    if (typed != null) {
      for (String part : typed.split("[,-]", -1)) {
        parts.add(part.strip());
      }
    }
    while (parts.size() < 3) {
      parts.add("");
    }
    return new TypedDay(parts.get(0), parts.get(1), parts.get(2));
  }

  /** "2020-01-27"; what is no such thing as it was typed, so that the API names the field. */
  String iso() {
    String y = plain(year);
    String m = plain(month);
    String d = plain(day);
    if (y.isEmpty() && m.isEmpty() && d.isEmpty()) {
      return "";
    }
    return y + "-" + padded(m) + "-" + padded(d);
  }

  private static String padded(String part) {
    return part.length() == 1 ? "0" + part : part;
  }

  private static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[年月日\\s]", "");
  }
}

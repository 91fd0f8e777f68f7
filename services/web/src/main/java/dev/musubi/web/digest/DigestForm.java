package dev.musubi.web.digest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sign-up form; the box for consent is never ticked beforehand.
 *
 * @param formVersion the text of consent that was shown
 */
public record DigestForm(
    @Nullable String email,
    @Nullable String frequency,
    @Nullable String query,
    @Nullable List<String> fields,
    @Nullable List<String> prefectures,
    boolean consent,
    @Nullable String formVersion) {

  Map<String, Object> body(String lang) {
    Map<String, Object> interests = new LinkedHashMap<>();
    if (query != null && !query.isBlank()) {
      interests.put("query", query.strip());
    }
    interests.put("fields", known(fields));
    interests.put("prefectures", known(prefectures));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("email", email == null ? "" : email.strip());
    body.put("lang", lang);
    body.put("frequency", frequency == null ? "WEEKLY" : frequency);
    body.put("interests", interests);
    body.put("consent", consent);
    body.put("formVersion", formVersion == null ? "" : formVersion);
    return body;
  }

  static String fieldOf(String pointer) {
    String[] parts = pointer.split("/", -1);
    if (parts.length < 2) {
      return "";
    }
    return parts[1].equals("interests") && parts.length > 2 ? parts[2] : parts[1];
  }

  /** The message key of a field's label; the box for consent speaks for itself. */
  static String labelOf(String field) {
    return switch (field) {
      case "email", "frequency", "query", "fields", "prefectures" -> "digest." + field;
      default -> "";
    };
  }

  /** Whether a box is ticked. */
  public boolean has(String name, String value) {
    return known(name.equals("fields") ? fields : prefectures).contains(value);
  }

  private static List<String> known(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }
}

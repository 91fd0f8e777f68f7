package dev.musubi.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** The languages of Musubi. */
public enum Language {
  JA("ja", Locale.JAPANESE),
  EN("en", Locale.ENGLISH);

  private final String code;
  private final Locale locale;

  Language(String code, Locale locale) {
    this.code = code;
    this.locale = locale;
  }

  /** ISO 639-1 code, as in events and in the API. */
  @JsonValue
  public String code() {
    return code;
  }

  /** For message bundles. */
  public Locale locale() {
    return locale;
  }

  /** Reads "ja", "en", "ja-JP", "en_GB"; empty for any other language. */
  public static Optional<Language> find(String tag) {
    String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    for (Language language : values()) {
      if (language.code.equals(primary)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** As {@link #find}. */
  @JsonCreator
  public static Language parse(String tag) {
    return find(tag).orElseThrow(() -> new InvalidValue("language", tag, "ja or en"));
  }

  /** The first of the two that fits a reader's locale; Japanese otherwise. */
  public static Language of(Locale locale) {
    return find(locale.getLanguage()).orElse(JA);
  }
}

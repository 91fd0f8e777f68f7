package dev.musubi.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code with its names.
 *
 * @param aliases other ways in which data sets write it
 */
public record Term(String code, String ja, String en, List<String> aliases) {
  public Term(String code, String ja, String en, @Nullable List<String> aliases) {
    this.code = code;
    this.ja = ja;
    this.en = en;
    this.aliases = aliases == null ? List.of() : List.copyOf(aliases);
  }

  /** The name in a language. */
  public String name(Language language) {
    return language == Language.JA ? ja : en;
  }
}

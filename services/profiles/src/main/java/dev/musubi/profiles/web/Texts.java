package dev.musubi.profiles.web;

import org.jspecify.annotations.Nullable;

/** Texts as they are kept. */
final class Texts {
  private Texts() {}

  /** One line, without what stands around it; empty when there is none. */
  static String line(@Nullable String text) {
    return text == null ? "" : text.replaceAll("[\\r\\n\\t]+", " ").strip();
  }

  static @Nullable String lineOrNull(@Nullable String text) {
    String line = line(text);
    return line.isEmpty() ? null : line;
  }

  /** Lines end as on every other system. */
  static String block(@Nullable String text) {
    return text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}

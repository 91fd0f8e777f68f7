package dev.musubi.listings.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects faults while a content is brought into form. */
final class FaultList {
  private final List<Fault> faults = new ArrayList<>();

  void add(String pointer, String code) {
    faults.add(new Fault(pointer, code));
  }

  List<Fault> all() {
    return faults;
  }

  /** A text that must be there. */
  String required(@Nullable String raw, int max, String pointer) {
    String text = optional(raw, max, pointer);
    if (text == null) {
      add(pointer, "required");
      return "";
    }
    return text;
  }

  /** A text that may be missing; blank is missing. */
  @Nullable String optional(@Nullable String raw, int max, String pointer) {
    if (raw == null || raw.isBlank()) {
      return null;
    }
    String text = raw.strip().replace("\r\n", "\n").replace('\r', '\n');
    if (text.length() > max) {
      add(pointer, "long." + max);
      return text.substring(0, max);
    }
    if (!isStorable(text)) {
      add(pointer, "characters");
    }
    return text;
  }

  /** A value that one of the shared readers reads. */
  <T> @Nullable String read(
      @Nullable String raw, Function<String, Optional<T>> reader, String pointer, String code) {
    if (raw == null || raw.isBlank()) {
      return null;
    }
    Optional<T> value = reader.apply(raw);
    if (value.isEmpty()) {
      add(pointer, code);
      return null;
    }
    return value.get().toString();
  }

  /** A list of codes, without repetitions. */
  <T> List<String> readAll(
      List<String> raw,
      Function<String, Optional<T>> reader,
      int max,
      String pointer,
      String code) {
    atMost(raw, max, pointer);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < Math.min(raw.size(), max); i++) {
      String value = read(raw.get(i), reader, pointer + "/" + i, code);
      if (value != null && !values.contains(value)) {
        values.add(value);
      }
    }
    return values;
  }

  void atMost(List<?> list, int max, String pointer) {
    if (list.size() > max) {
      add(pointer, "many." + max);
    }
  }

  /** PostgreSQL cannot hold NUL, and people cannot read the other controls. */
  private static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      } else if (Character.isLowSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}

package dev.musubi.http;

import tools.jackson.core.JacksonException;

/** JSON pointers (RFC 6901) of the places that Jackson and Jakarta Validation name. */
final class Pointers {
  private Pointers() {}

  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  static String of(JacksonException problem) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : problem.getPath()) {
      String name = step.getPropertyName();
      pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : escape(name));
    }
    return pointer.toString();
  }

  /** Whether one names a part of what the other names. */
  static boolean contains(String outer, String inner) {
    return inner.equals(outer) || inner.startsWith(outer + "/");
  }
}

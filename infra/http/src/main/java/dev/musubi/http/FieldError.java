package dev.musubi.http;

import java.util.List;

/**
 * One wrong field.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, as {@code /offers/0/kind}; for a query or
 *     path parameter its bare name
 * @param code stable: required, type, unknown, size, range, format, value, characters …; the
 *     message is the text {@code problem.field.<code>}
 * @param args of the message
 */
public record FieldError(String pointer, String code, List<Object> args) {
  public FieldError {
    args = List.copyOf(args);
  }

  public FieldError(String pointer, String code, Object... args) {
    this(pointer, code, List.of(args));
  }
}

package dev.musubi.http;

import org.springframework.http.HttpStatus;

/** A body that is no JSON. */
final class Malformed extends Refusal {
  private static final long serialVersionUID = 1L;

  private Malformed(String messageKey, Object... args) {
    super(HttpStatus.BAD_REQUEST, "malformed", messageKey, args);
  }

  static Malformed empty() {
    return new Malformed("problem.malformed.empty");
  }

  static Malformed at(int line, int column) {
    return new Malformed("problem.malformed.detail", Math.max(1, line), Math.max(1, column));
  }

  static Malformed unreadable() {
    return new Malformed("problem.malformed.unreadable");
  }
}

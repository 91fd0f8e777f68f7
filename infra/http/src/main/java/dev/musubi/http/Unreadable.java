package dev.musubi.http;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/** Parameters that the container cannot decode: halves of surrogates, broken percent signs. */
final class Unreadable {
  private Unreadable() {}

  /** Whether that is what went wrong, at whatever depth. */
  static boolean is(@Nullable Object problem) {
    for (Object each = problem; each instanceof Throwable thrown; each = thrown.getCause()) {
      if (each instanceof InvalidParameterException) {
        return true;
      }
    }
    return false;
  }
}

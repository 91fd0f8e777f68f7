package dev.musubi.web.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457) as the services write them.
 *
 * @param deal address of the inquiry that is there already
 */
public record Problem(
    @Nullable String type,
    @Nullable String title,
    int status,
    @Nullable String detail,
    List<Wrong> errors,
    @Nullable String deal) {

  /** Fills in what a service left out. */
  public Problem {
    errors = Known.list(errors);
  }

  /** One wrong field; {@code field} is a JSON pointer. */
  public record Wrong(@Nullable String field, @Nullable String code, @Nullable String message) {}

  /** Nothing is known but the status. */
  static Problem bare(int status) {
    return new Problem(null, null, status, null, List.of(), null);
  }

  /** The last part of the type, for example "not-found"; never null. */
  public String name() {
    String known = type == null ? "" : type;
    return known.substring(known.lastIndexOf(':') + 1);
  }

  /** What to tell a person when no field is to blame. */
  public String sentence() {
    if (detail != null && !detail.isBlank()) {
      return detail;
    }
    return title == null ? "" : title;
  }
}

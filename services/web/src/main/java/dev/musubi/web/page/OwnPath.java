package dev.musubi.web.page;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of ours to go on to. Browsers read a backslash as a slash and drop tabs and line ends,
 * so "no two slashes at the start" is not enough: only what an address may really hold is let
 * through (RFC 3986).
 */
public final class OwnPath {
  private static final Pattern PATH =
      Pattern.compile(
          "/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@/%-]*(\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?");

  private OwnPath() {}

  /** The path, if it leads nowhere else. */
  public static Optional<String> of(@Nullable String wanted) {
    return wanted != null && PATH.matcher(wanted).matches()
        ? Optional.of(wanted)
        : Optional.empty();
  }
}

package dev.musubi.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * The version of an object that the caller has seen. An object's ETag is its version in quotes,
 * {@code "7"}. May also be a controller parameter, which then is required.
 */
public record IfMatch(long version) {
  private static final Pattern ETAG = Pattern.compile("\\s*(?:W/)?\"(\\d{1,18})\"\\s*");

  /**
   * The version named by {@code If-Match}.
   *
   * @throws PreconditionRequired when the header is missing
   * @throws VersionConflict when it is no version that any object could have
   */
  public static long required(HttpServletRequest request) {
    return optional(request).orElseThrow(PreconditionRequired::new);
  }

  /** The version named by {@code If-Match}, or nothing when the header is missing. */
  public static OptionalLong optional(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.IF_MATCH);
    if (header == null || header.isBlank()) {
      return OptionalLong.empty();
    }
    Matcher matcher = ETAG.matcher(header);
    if (!matcher.matches()) {
      throw new VersionConflict();
    }
    return OptionalLong.of(Long.parseLong(matcher.group(1)));
  }

  /** The ETag of a version. */
  public static String etag(long version) {
    return "\"" + version + "\"";
  }

  /** Throws {@link VersionConflict} unless the object still has this version. */
  public void check(long current) {
    if (version != current) {
      throw new VersionConflict(current);
    }
  }
}

package dev.musubi.web.door;

import java.nio.charset.StandardCharsets;

/** Browsers leave some characters bare in a query that {@link java.net.URI} refuses. */
final class UriCharacters {
  private static final String ALLOWED = "-._~!$&'()*+,;=:@/?%";

  private UriCharacters() {}

  /** The query with every byte escaped that may not stand in it; escapes in it stay. */
  static String escaped(String query) {
    StringBuilder escaped = new StringBuilder(query.length());
    for (byte octet : query.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (octet & 0xff);
      boolean plain =
          letter < 128 && (Character.isLetterOrDigit(letter) || ALLOWED.indexOf(letter) >= 0);
      if (plain) {
        escaped.append(letter);
      } else {
        escaped.append(String.format("%%%02X", octet & 0xff));
      }
    }
    return escaped.toString();
  }
}

package dev.musubi.bench.quality;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What may be learned from and what it is judged by: a question's id alone decides. */
public enum Half {
  DEVELOPMENT,
  KEPT;

  public static Half of(Query query) {
    return Character.digit(hash(query.id()).charAt(0), 16) % 2 == 0 ? DEVELOPMENT : KEPT;
  }

  /** SHA-256 in hexadecimal. */
  public static String hash(String id) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}

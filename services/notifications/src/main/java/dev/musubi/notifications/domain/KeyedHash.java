package dev.musubi.notifications.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 under the secret of this service, kept apart by use. What is stored of an address or
 * of a browser is such a hash: it can be compared, but not read, and not tried out without the
 * secret.
 */
public final class KeyedHash {
  private static final int LEAST_SECRET = 32;

  private final byte[] secret;

  /**
   * A hash under this secret.
   *
   * @throws IllegalArgumentException when the secret is shorter than 32 bytes
   */
  public KeyedHash(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    if (this.secret.length < LEAST_SECRET) {
      throw new IllegalArgumentException("the token secret must have at least 32 bytes");
    }
  }

  /** Hash of the bytes for one use; the same bytes for another use give another hash. */
  public byte[] of(String use, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(use.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }

  /** Hash of the text for one use, in hexadecimal. */
  public String hex(String use, String text) {
    return HexFormat.of().formatHex(of(use, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Hash of an address, equal for every spelling of it. */
  public String of(MailAddress address) {
    return hex("address", address.canonical());
  }
}

package dev.musubi.embedding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Identity of a text in a role: equal texts are embedded once. */
public final class TextHash {
  private TextHash() {}

  /** SHA-256 of role and text, 32 bytes. */
  public static byte[] of(Role role, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(role.prefix().getBytes(StandardCharsets.UTF_8));
      return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}

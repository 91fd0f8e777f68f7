package dev.musubi.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells whether two requests with one idempotency key ask for the same. */
final class BodyHash {
  private static final String ATTRIBUTE = BodyHash.class.getName();

  private BodyHash() {}

  static void remember(HttpServletRequest request, byte[] body) {
    request.setAttribute(ATTRIBUTE, sha256(body));
  }

  /** Of the body that {@link ApiBody} read; of nothing when there was none. */
  static byte[] of(HttpServletRequest request) {
    Object remembered = request.getAttribute(ATTRIBUTE);
    return remembered instanceof byte[] hash ? hash : sha256(new byte[0]);
  }

  static byte[] of(String fingerprint) {
    return sha256(fingerprint.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

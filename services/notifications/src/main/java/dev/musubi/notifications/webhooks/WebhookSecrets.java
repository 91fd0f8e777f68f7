package dev.musubi.notifications.webhooks;

import dev.musubi.notifications.domain.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Secrets of webhooks and the signatures made with them, as Standard Webhooks demands. A secret
 * must be had again to sign, so it lies encrypted in its row (AES-256-GCM under a key of this
 * service).
 */
@Component
public class WebhookSecrets {
  private static final String PREFIX = "whsec_";
  private static final int SECRET_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  WebhookSecrets(KeyedHash hash) {
    this.key = new SecretKeySpec(hash.of("webhook-secrets", new byte[0]), "AES");
  }

  /** A new secret, in the form in which it is shown once. */
  public String fresh() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /** The secret as it is stored. */
  public byte[] seal(String secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.US_ASCII));
    byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
    return whole;
  }

  /**
   * Value of the header {@code webhook-signature}.
   *
   * @param sealed the secret as it is stored
   */
  String sign(byte[] sealed, String id, Instant timestamp, String body) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    String secret = new String(cipher(Cipher.DECRYPT_MODE, nonce, rest), StandardCharsets.US_ASCII);
    return signature(secret, id, timestamp, body);
  }

  static String signature(String secret, String id, Instant timestamp, String body) {
    byte[] bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    String signed = id + "." + timestamp.getEpochSecond() + "." + body;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      byte[] hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException wrongKey) {
      throw new IllegalStateException(
          "a webhook's secret cannot be opened: was MUSUBI_TOKEN_SECRET changed?", wrongKey);
    }
  }
}

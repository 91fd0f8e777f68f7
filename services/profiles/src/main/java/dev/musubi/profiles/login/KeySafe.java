package dev.musubi.profiles.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/** Encrypts signing keys for the database: AES-256-GCM, its key by HKDF from the secret. */
final class KeySafe {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] PURPOSE =
      "dev.musubi.profiles signing key v1".getBytes(StandardCharsets.UTF_8);

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  KeySafe(String secret) {
    try {
      HKDFParameterSpec derivation =
          HKDFParameterSpec.ofExtract()
              .addIKM(secret.getBytes(StandardCharsets.UTF_8))
              .thenExpand(PURPOSE, 32);
      this.key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks HKDF-SHA256", e);
    }
  }

  byte[] lock(String plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain.getBytes(StandardCharsets.UTF_8));
      byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, both, NONCE, sealed.length);
      return both;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a signing key could not be encrypted", e);
    }
  }

  String unlock(byte[] locked) {
    try {
      byte[] nonce = Arrays.copyOf(locked, NONCE);
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce).doFinal(locked, NONCE, locked.length - NONCE);
      return new String(plain, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "MUSUBI_KEY_SECRET does not fit the signing keys in the database: set the one that they"
              + " were written with.",
          e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}

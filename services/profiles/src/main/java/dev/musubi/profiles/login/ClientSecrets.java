package dev.musubi.profiles.login;

import dev.musubi.profiles.application.IssueApiClient;
import dev.musubi.profiles.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Secrets of clients are random and long: one hash is enough, and a token costs no Argon2. */
final class ClientSecrets implements PasswordEncoder {
  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    return secret == null ? null : hash(secret);
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
    return secret != null
        && hash != null
        && MessageDigest.isEqual(
            hash(secret).getBytes(StandardCharsets.US_ASCII),
            hash.getBytes(StandardCharsets.US_ASCII));
  }

  static String hash(CharSequence secret) {
    return IssueApiClient.HASH_PREFIX
        + HexFormat.of().formatHex(new Secret(secret.toString()).hash());
  }
}

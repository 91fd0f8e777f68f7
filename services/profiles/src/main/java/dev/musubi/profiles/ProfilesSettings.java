package dev.musubi.profiles;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param publicUrl what people type, without a slash at the end; the issuer of tokens
 * @param serviceSecrets {@code name=secret} of every OAuth 2 client of our own, by commas
 * @param keySecret encrypts the signing keys in the database
 * @param demo whether {@code /internal/demo} exists
 * @param accessTokenLife of all clients; verified tokens cannot be called back before
 * @param refreshTokenLife of people's logins
 */
@Validated
@ConfigurationProperties(prefix = "musubi.profiles", ignoreUnknownFields = false)
public record ProfilesSettings(
    @NotNull URI publicUrl,
    @NotBlank String serviceSecrets,
    @NotBlank @Size(min = 16, message = "MUSUBI_KEY_SECRET needs at least 16 characters")
        String keySecret,
    @DefaultValue("false") boolean demo,
    @DefaultValue("10m") Duration accessTokenLife,
    @DefaultValue("12h") Duration refreshTokenLife) {

  /** Secrets by the name before their equals sign. */
  public Map<String, String> secrets() {
    Map<String, String> secrets = new TreeMap<>();
    for (String pair : serviceSecrets.split(",")) {
      String[] parts = pair.strip().split("=", 2);
      if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
        throw new IllegalStateException(
            "MUSUBI_SERVICE_SECRETS is a list as listings=secret,matching=secret,web=secret.");
      }
      secrets.put(parts[0], parts[1]);
    }
    return secrets;
  }

  /** Secrets stay out of every log. */
  @Override
  public String toString() {
    return "ProfilesSettings[" + publicUrl + "]";
  }
}

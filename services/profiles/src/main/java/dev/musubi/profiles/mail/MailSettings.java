package dev.musubi.profiles.mail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param smtp {@code smtp://[user:password@]host[:port]}, or {@code smtps:} for TLS from the start
 * @param from address of the sender
 */
@Validated
@ConfigurationProperties(prefix = "musubi.mail", ignoreUnknownFields = false)
record MailSettings(@NotNull URI smtp, @NotBlank String from) {

  /** The password stays out of every log. */
  @Override
  public String toString() {
    return "MailSettings[" + smtp.getHost() + ":" + smtp.getPort() + "]";
  }
}

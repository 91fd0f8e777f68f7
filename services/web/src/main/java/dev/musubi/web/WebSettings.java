package dev.musubi.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the service, all under {@code musubi.web}; each is explained in {@code
 * application.yml}.
 *
 * @param publicUrl the address people type; also the issuer of tokens
 * @param clientSecret secret of the OAuth 2 client {@code web}
 * @param sessionLife how long a login lives without a request
 * @param upstream where the services are
 * @param timeouts how long the pages wait for a service
 * @param limits requests a minute
 */
@Validated
@ConfigurationProperties(prefix = "musubi.web", ignoreUnknownFields = false)
public record WebSettings(
    @NotNull URI publicUrl,
    @NotBlank String clientSecret,
    @NotNull Duration sessionLife,
    @Valid @NotNull Upstream upstream,
    @Valid @NotNull Timeouts timeouts,
    @Valid @NotNull Limits limits) {

  /** Addresses of the services, without a path. */
  public record Upstream(
      @NotNull URI listings,
      @NotNull URI profiles,
      @NotNull URI matching,
      @NotNull URI deals,
      @NotNull URI notifications) {}

  /**
   * How long to wait.
   *
   * @param connect for a connection to a service
   * @param page for an answer that a page needs; a part that is late is left out with a sentence
   * @param door for the first byte of an answer that the door passes on
   * @param upload the same while a large body is being sent
   */
  public record Timeouts(
      @NotNull Duration connect,
      @NotNull Duration page,
      @NotNull Duration door,
      @NotNull Duration upload) {}

  /**
   * Requests a minute.
   *
   * @param address from one address without a login
   * @param account by one signed-in account or client
   * @param operator by an operator's client
   * @param login attempts to sign in or to get a token, from one address
   * @param signUp sign-ups for mails, from one address
   */
  public record Limits(
      @Min(1) long address,
      @Min(1) long account,
      @Min(1) long operator,
      @Min(1) long login,
      @Min(1) long signUp) {}

  /** Whether people reach us over TLS, so that cookies may be marked Secure. */
  public boolean secure() {
    return "https".equals(publicUrl.getScheme());
  }
}

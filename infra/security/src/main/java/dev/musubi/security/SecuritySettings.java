package dev.musubi.security;

import java.net.URI;
import org.springframework.core.env.Environment;

/**
 * Addresses and names that every service gets by the environment; the keys {@code
 * musubi.security.*} win over it. A missing one is an error when it is first needed at start-up.
 */
final class SecuritySettings {
  private final Environment environment;

  SecuritySettings(Environment environment) {
    this.environment = environment;
  }

  /** Who issues tokens: the public address of the installation. */
  String issuer() {
    return required("musubi.security.issuer", "MUSUBI_PUBLIC_URL");
  }

  URI keys() {
    return URI.create(profiles() + "/oauth2/jwks");
  }

  URI tokens() {
    return URI.create(profiles() + "/oauth2/token");
  }

  String clientId() {
    String name = environment.getProperty("spring.application.name", "");
    return environment.getProperty("musubi.security.client-id", "service-" + name);
  }

  String clientSecret() {
    return required("musubi.security.client-secret", "MUSUBI_SERVICE_SECRET");
  }

  private String profiles() {
    return required("musubi.security.profiles-url", "MUSUBI_PROFILES_URL");
  }

  private String required(String key, String variable) {
    String value = environment.getProperty(key, environment.getProperty(variable, ""));
    if (value.isBlank()) {
      throw new IllegalStateException("Set the environment variable " + variable + ".");
    }
    return value;
  }
}

package dev.musubi.profiles.application;

import dev.musubi.profiles.domain.Secret;
import java.net.URI;

/** Addresses of pages that mails lead to. */
public record Links(URI publicUrl) {
  public String signIn() {
    return publicUrl + "/";
  }

  public String verification(Secret secret) {
    return publicUrl + "/oauth2/verification?token=" + secret.text();
  }

  public String invitation(Secret secret) {
    return publicUrl + "/oauth2/invitation?token=" + secret.text();
  }

  public String newPassword(Secret secret) {
    return publicUrl + "/oauth2/password/new?token=" + secret.text();
  }

  public String forgottenPassword() {
    return publicUrl + "/oauth2/password";
  }
}

package dev.musubi.profiles.web;

import dev.musubi.security.PublicEndpoints;
import org.springframework.stereotype.Component;

/** What everybody may ask of this service. */
@Component
final class OpenEndpoints implements PublicEndpoints {
  @Override
  public void permit(Door door) {
    door.get("/api/v1/organisations", "/api/v1/organisations/{id}")
        .post(
            "/api/v1/organisations",
            "/api/v1/accounts/confirmations",
            "/api/v1/accounts/invitations/acceptances",
            "/api/v1/accounts/password-resets",
            "/api/v1/accounts/password-resets/confirmations");
  }
}

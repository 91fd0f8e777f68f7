package dev.musubi.notifications.web;

import dev.musubi.notifications.persistence.Webhooks.State;
import dev.musubi.notifications.persistence.Webhooks.Webhook;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Webhooks as they come in and go out. */
final class WebhookViews {
  private WebhookViews() {}

  /**
   * A webhook as it is wanted.
   *
   * @param url https address that takes POST
   * @param events types; none for all
   * @param state ACTIVE when not given
   */
  record WebhookInput(
      @NotBlank @Size(max = 2000) String url,
      @Size(max = 20) @Nullable List<@NotNull String> events,
      @Nullable State state) {

    static WebhookInput of(Webhook webhook) {
      return new WebhookInput(webhook.url(), webhook.events(), webhook.state());
    }
  }

  /** A webhook as it stands. */
  record WebhookView(
      UUID id,
      String url,
      List<String> events,
      State state,
      @Nullable Instant failingSince,
      Instant createdAt) {
    static WebhookView of(Webhook webhook) {
      return new WebhookView(
          webhook.id(),
          webhook.url(),
          webhook.events(),
          webhook.state(),
          webhook.failingSince(),
          webhook.createdAt());
    }
  }

  /**
   * A webhook with its secret, which is never shown again.
   *
   * @param secret whsec_ and 32 bytes in Base64
   */
  record WebhookCreated(UUID id, String url, List<String> events, State state, String secret) {}
}

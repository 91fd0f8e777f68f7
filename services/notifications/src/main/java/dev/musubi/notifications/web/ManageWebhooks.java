package dev.musubi.notifications.web;

import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.http.VersionConflict;
import dev.musubi.model.Ids;
import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.application.EventTypes;
import dev.musubi.notifications.application.PingWebhook;
import dev.musubi.notifications.persistence.Webhooks;
import dev.musubi.notifications.persistence.Webhooks.State;
import dev.musubi.notifications.persistence.Webhooks.Webhook;
import dev.musubi.notifications.web.WebhookViews.WebhookCreated;
import dev.musubi.notifications.web.WebhookViews.WebhookInput;
import dev.musubi.notifications.webhooks.WebhookAddress;
import dev.musubi.notifications.webhooks.WebhookSecrets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Adds, changes and removes webhooks. */
@Component
class ManageWebhooks {
  private final Webhooks webhooks;
  private final WebhookSecrets secrets;
  private final WebhookAddress addresses;
  private final PingWebhook ping;
  private final int most;
  private final InstantSource clock;

  ManageWebhooks(
      Webhooks webhooks,
      WebhookSecrets secrets,
      WebhookAddress addresses,
      PingWebhook ping,
      NotificationsSettings settings,
      InstantSource clock) {
    this.webhooks = webhooks;
    this.secrets = secrets;
    this.addresses = addresses;
    this.ping = ping;
    this.most = settings.webhook().most();
    this.clock = clock;
  }

  /** Throws {@link InvalidInput} with every wrong field. */
  void check(WebhookInput input) {
    List<FieldError> errors = new ArrayList<>();
    addresses.wrong(input.url()).ifPresent(code -> errors.add(new FieldError("/url", code)));
    List<String> events = events(input);
    for (int n = 0; n < events.size(); n++) {
      if (!EventTypes.all().contains(events.get(n))) {
        String known = String.join(", ", EventTypes.all());
        errors.add(new FieldError("/events/" + n, "choice", known));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  WebhookCreated add(UUID organisation, WebhookInput input) {
    if (webhooks.count(organisation) >= most) {
      throw new Refusal(
          HttpStatus.CONFLICT, "too-many-webhooks", "problem.too-many-webhooks.detail", most);
    }
    String secret = secrets.fresh();
    Webhook webhook =
        new Webhook(
            Ids.next(),
            1,
            organisation,
            input.url(),
            events(input),
            State.ACTIVE,
            null,
            clock.instant());
    webhooks.add(webhook, secrets.seal(secret));
    return new WebhookCreated(
        webhook.id(), webhook.url(), webhook.events(), webhook.state(), secret);
  }

  Webhook change(Webhook current, WebhookInput input) {
    State state = input.state() == null ? State.ACTIVE : input.state();
    Webhook wanted =
        new Webhook(
            current.id(),
            current.version(),
            current.organisation(),
            input.url(),
            events(input),
            state,
            current.failingSince(),
            current.createdAt());
    if (!webhooks.change(wanted, clock.instant())) {
      throw new VersionConflict();
    }
    return webhooks.find(current.organisation(), current.id()).orElseThrow(NotFound::new);
  }

  void remove(Webhook current) {
    if (!webhooks.remove(current.id(), current.version())) {
      throw new VersionConflict();
    }
  }

  WebhookCreated renewSecret(Webhook current) {
    String secret = secrets.fresh();
    byte[] sealed = secrets.seal(secret);
    if (!webhooks.renewSecret(current.id(), current.version(), sealed, clock.instant())) {
      throw new VersionConflict();
    }
    return new WebhookCreated(
        current.id(), current.url(), current.events(), current.state(), secret);
  }

  UUID ping(Webhook webhook) {
    if (webhook.state() != State.ACTIVE) {
      throw new Refusal(HttpStatus.CONFLICT, "webhook-disabled", "problem.webhook-disabled.detail");
    }
    return ping.ping(webhook);
  }

  private static List<String> events(WebhookInput input) {
    return input.events() == null ? List.of() : input.events();
  }
}

package dev.musubi.notifications.application;

import dev.musubi.notifications.persistence.WebhookDeliveries;
import dev.musubi.notifications.persistence.WebhookDeliveries.Call;
import dev.musubi.notifications.persistence.Webhooks.Webhook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends a test event to a webhook, by the same way as every other. */
@Component
public class PingWebhook {
  private final WebhookDeliveries calls;
  private final CloudEvents cloudEvents;
  private final Signals signals;
  private final InstantSource clock;

  PingWebhook(
      WebhookDeliveries calls, CloudEvents cloudEvents, Signals signals, InstantSource clock) {
    this.calls = calls;
    this.cloudEvents = cloudEvents;
    this.signals = signals;
    this.clock = clock;
  }

  /** Puts it down and returns its id. */
  public UUID ping(Webhook webhook) {
    Instant now = clock.instant();
    Map<String, Object> data = Map.of("message", "ping");
    Call call = cloudEvents.call(webhook.id(), EventTypes.PING, webhook.id(), data, now);
    calls.add(call, "PING:" + call.id(), now);
    signals.call();
    return call.id();
  }
}

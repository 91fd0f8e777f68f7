package dev.musubi.notifications.webhooks;

import dev.musubi.messaging.Events;
import dev.musubi.messaging.Outbox;
import dev.musubi.model.event.DeliveryState;
import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.application.TellWebhookDisabled;
import dev.musubi.notifications.domain.GrowingPause;
import dev.musubi.notifications.persistence.WebhookDeliveries;
import dev.musubi.notifications.persistence.WebhookDeliveries.Attempt;
import dev.musubi.notifications.persistence.WebhookDeliveries.Call;
import dev.musubi.notifications.persistence.Webhooks;
import dev.musubi.notifications.persistence.Webhooks.Target;
import dev.musubi.notifications.webhooks.WebhookClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calls webhooks that wait. A call may be repeated when an instance dies in the middle; its {@code
 * webhook-id} is the same then, by which the receiver sees it.
 */
@Component
public class CallWebhooks {
  private static final Logger LOG = LoggerFactory.getLogger(CallWebhooks.class);

  private final WebhookDeliveries calls;
  private final Webhooks webhooks;
  private final WebhookSecrets secrets;
  private final WebhookClient client;
  private final TellWebhookDisabled tellDisabled;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final NotificationsSettings.Webhook settings;
  private final GrowingPause pause;
  private final InstantSource clock;

  CallWebhooks(
      WebhookDeliveries calls,
      Webhooks webhooks,
      WebhookSecrets secrets,
      WebhookClient client,
      TellWebhookDisabled tellDisabled,
      Outbox outbox,
      TransactionTemplate transaction,
      NotificationsSettings settings,
      InstantSource clock) {
    this.calls = calls;
    this.webhooks = webhooks;
    this.secrets = secrets;
    this.client = client;
    this.tellDisabled = tellDisabled;
    this.outbox = outbox;
    this.transaction = transaction;
    this.settings = settings.webhook();
    this.pause = new GrowingPause(this.settings.pause(), this.settings.longestPause());
    this.clock = clock;
  }

  /** Makes the calls that wait, some at a time. */
  public void run() {
    Duration lease = settings.timeout().multipliedBy(3).plusSeconds(30);
    List<Call> claimed = calls.claim(settings.workers(), lease);
    while (!claimed.isEmpty()) {
      try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
        claimed.forEach(call -> workers.execute(() -> guarded(call)));
      }
      claimed = calls.claim(settings.workers(), lease);
    }
  }

  private void guarded(Call call) {
    try {
      call(call);
    } catch (RuntimeException broken) {
      // Its lease ends by itself and it is tried again.
      LOG.error("Webhook call {} could not be made", call.id(), broken);
    }
  }

  private void call(Call call) {
    Target target = webhooks.target(call.webhook()).orElse(null);
    if (target == null) {
      return;
    }
    Instant now = clock.instant();
    long started = System.nanoTime();
    Answer answer = client.post(target.webhook().url(), call.body(), headers(call, target, now));
    int millis = (int) Duration.ofNanos(System.nanoTime() - started).toMillis();
    Attempt attempt = new Attempt(answer.status(), answer.error(), millis);
    transaction.executeWithoutResult(status -> note(call, target, answer, attempt));
  }

  private Map<String, String> headers(Call call, Target target, Instant now) {
    String id = call.id().toString();
    return Map.of(
        "webhook-id", id,
        "webhook-timestamp", Long.toString(now.getEpochSecond()),
        "webhook-signature", secrets.sign(target.sealedSecret(), id, now, call.body()));
  }

  private void note(Call call, Target target, Answer answer, Attempt attempt) {
    Instant now = clock.instant();
    if (answer.delivered()) {
      webhooks.works(call.webhook());
      if (calls.settle(call.id(), true, attempt, now)) {
        publish(call, target, DeliveryState.Outcome.SENT, now);
      }
      return;
    }
    Instant failingSince = webhooks.fails(call.webhook(), now);
    boolean tooLong = Duration.between(failingSince, now).compareTo(settings.disableAfter()) >= 0;
    if ((answer.gone() || tooLong) && webhooks.disable(call.webhook(), now)) {
      LOG.warn("Webhook {} has failed since {} and was switched off", call.webhook(), failingSince);
      tellDisabled.tell(target.webhook(), failingSince);
    }
    if (answer.gone() || call.attempts() >= settings.attempts()) {
      if (calls.settle(call.id(), false, attempt, now)) {
        publish(call, target, DeliveryState.Outcome.FAILED, now);
      }
    } else {
      calls.later(call.id(), attempt, pause.after(call.attempts()));
    }
  }

  private void publish(Call call, Target target, DeliveryState.Outcome outcome, Instant now) {
    outbox.append(
        Events.delivery(
            outcome == DeliveryState.Outcome.SENT ? "sent" : "failed",
            new DeliveryState(
                call.id(),
                1,
                DeliveryState.Channel.WEBHOOK,
                DeliveryState.Kind.ALERT,
                call.webhook(),
                target.webhook().organisation(),
                outcome,
                now)));
  }
}

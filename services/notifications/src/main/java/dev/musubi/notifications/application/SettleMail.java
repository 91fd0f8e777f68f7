package dev.musubi.notifications.application;

import dev.musubi.messaging.Events;
import dev.musubi.messaging.Outbox;
import dev.musubi.model.event.DeliveryState;
import dev.musubi.model.event.DeliveryState.Outcome;
import dev.musubi.notifications.domain.KeyedHash;
import dev.musubi.notifications.domain.MailAddress;
import dev.musubi.notifications.persistence.Deliveries;
import dev.musubi.notifications.persistence.Deliveries.Delivery;
import dev.musubi.notifications.persistence.Recipient;
import dev.musubi.notifications.persistence.Subscriptions;
import dev.musubi.notifications.persistence.Suppressions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down what became of a mail, and tells it as an event, in the caller's transaction. */
@Component
class SettleMail {
  private static final Logger LOG = LoggerFactory.getLogger(SettleMail.class);

  private final Deliveries deliveries;
  private final Subscriptions subscriptions;
  private final Suppressions suppressions;
  private final Outbox outbox;
  private final KeyedHash hash;
  private final MeterRegistry meters;
  private final InstantSource clock;

  SettleMail(
      Deliveries deliveries,
      Subscriptions subscriptions,
      Suppressions suppressions,
      Outbox outbox,
      KeyedHash hash,
      MeterRegistry meters,
      InstantSource clock) {
    this.deliveries = deliveries;
    this.subscriptions = subscriptions;
    this.suppressions = suppressions;
    this.outbox = outbox;
    this.hash = hash;
    this.meters = meters;
    this.clock = clock;
  }

  void sent(Delivery delivery) {
    Instant now = clock.instant();
    settle(delivery, Outcome.SENT, null, now);
    if (delivery.recipient() instanceof Recipient.Subscriber subscriber) {
      subscriptions.mailed(subscriber.subscription(), now);
    }
  }

  /** The address does not exist: nothing more is sent to it, and its digest ends. */
  void bounced(Delivery delivery, MailAddress address, String told) {
    Instant now = clock.instant();
    settle(delivery, Outcome.BOUNCED, told, now);
    suppressions.add(hash.of(address), Suppressions.Reason.HARD_BOUNCE, told, now);
    if (delivery.recipient() instanceof Recipient.Subscriber subscriber) {
      subscriptions.end(subscriber.subscription(), Subscriptions.State.BOUNCED, now);
    }
    LOG.warn("Mail {} bounced: {}", delivery.id(), told);
  }

  void failed(Delivery delivery, String told) {
    settle(delivery, Outcome.FAILED, told, clock.instant());
    LOG.error("Mail {} was given up: {}", delivery.id(), told);
  }

  void dropped(Delivery delivery, Outcome outcome, String why) {
    settle(delivery, outcome, why, clock.instant());
  }

  private void settle(Delivery delivery, Outcome outcome, @Nullable String detail, Instant now) {
    long version = deliveries.settle(delivery.id(), outcome, detail, now);
    outbox.append(
        Events.delivery(
            outcome == Outcome.SENT ? "sent" : "failed",
            new DeliveryState(
                delivery.id(),
                version,
                DeliveryState.Channel.MAIL,
                delivery.kind().published(),
                delivery.subject(),
                delivery.organisation(),
                outcome,
                now)));
    meters
        .counter("musubi.mails", "outcome", outcome.name().toLowerCase(java.util.Locale.ROOT))
        .increment();
  }
}

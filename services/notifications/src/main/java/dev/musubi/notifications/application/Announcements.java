package dev.musubi.notifications.application;

import dev.musubi.messaging.Events;
import dev.musubi.messaging.Outbox;
import dev.musubi.model.Ids;
import dev.musubi.model.event.DeliveryState;
import dev.musubi.notifications.domain.Content;
import dev.musubi.notifications.persistence.Alerts;
import dev.musubi.notifications.persistence.MailKind;
import dev.musubi.notifications.persistence.Mailings;
import dev.musubi.notifications.persistence.Mailings.Mailing;
import dev.musubi.notifications.persistence.WebhookDeliveries;
import dev.musubi.notifications.persistence.Webhooks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Puts down what an organisation is to be told, in the transaction of whoever decided it. Each
 * subject is told once by each way, however often it is put down.
 */
@Component
class Announcements {
  private final Alerts alerts;
  private final Mailings mailings;
  private final Webhooks webhooks;
  private final WebhookDeliveries calls;
  private final CloudEvents cloudEvents;
  private final Outbox outbox;
  private final Signals signals;
  private final InstantSource clock;

  Announcements(
      Alerts alerts,
      Mailings mailings,
      Webhooks webhooks,
      WebhookDeliveries calls,
      CloudEvents cloudEvents,
      Outbox outbox,
      Signals signals,
      InstantSource clock) {
    this.alerts = alerts;
    this.mailings = mailings;
    this.webhooks = webhooks;
    this.calls = calls;
    this.cloudEvents = cloudEvents;
    this.outbox = outbox;
    this.signals = signals;
    this.clock = clock;
  }

  /** Tells in the page and to the organisation's webhooks. */
  void alert(Subject subject, Content content) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    String kind = EventTypes.kind(content);
    boolean added =
        alerts.add(id, subject.organisation(), subject.key(), kind, content, now).isPresent();
    if (!added) {
      return;
    }
    String type = EventTypes.of(content);
    for (UUID webhook : webhooks.wanting(subject.organisation(), type)) {
      calls.add(cloudEvents.call(webhook, type, id, content, now), id.toString(), now);
      signals.call();
    }
    outbox.append(
        Events.delivery(
            "sent",
            new DeliveryState(
                id,
                1,
                DeliveryState.Channel.PAGE,
                subject.mails().published(),
                subject.id(),
                subject.organisation(),
                DeliveryState.Outcome.SENT,
                now)));
    signals.alert(subject.organisation());
  }

  /** Tells the organisation's people by mail. False when that was put down before. */
  boolean mail(Subject subject, Content content) {
    boolean added =
        mailings.add(
            new Mailing(
                Ids.next(),
                subject.organisation(),
                subject.key(),
                subject.mails(),
                subject.id(),
                content,
                0),
            clock.instant());
    if (added) {
      signals.mailing();
    }
    return added;
  }

  /**
   * What is told about.
   *
   * @param key unique for the organisation, for ever
   * @param id of the match, need, deal or webhook
   * @param mails the stream of its mails
   */
  record Subject(UUID organisation, String key, UUID id, MailKind mails) {
    static Subject match(UUID organisation, UUID match) {
      return new Subject(organisation, "MATCH:" + match, match, MailKind.MATCH);
    }

    static Subject firstList(UUID organisation, UUID need) {
      return new Subject(organisation, "FIRST:" + need, need, MailKind.MATCH);
    }

    static Subject inquiry(UUID organisation, UUID deal) {
      return new Subject(organisation, "INQUIRY:" + deal, deal, MailKind.DEAL);
    }

    static Subject answer(UUID organisation, UUID deal) {
      return new Subject(organisation, "ANSWER:" + deal, deal, MailKind.DEAL);
    }

    static Subject overdue(UUID organisation, UUID deal) {
      return new Subject(organisation, "OVERDUE:" + deal, deal, MailKind.DEAL);
    }

    static Subject message(UUID organisation, UUID deal, UUID message) {
      return new Subject(organisation, "MESSAGE:" + message, deal, MailKind.DEAL);
    }

    static Subject ended(UUID organisation, UUID deal) {
      return new Subject(organisation, "ENDED:" + deal, deal, MailKind.DEAL);
    }

    static Subject webhookDisabled(UUID organisation, UUID webhook, Instant failingSince) {
      String key = "WEBHOOK:" + webhook + ":" + failingSince.getEpochSecond();
      return new Subject(organisation, key, webhook, MailKind.DEAL);
    }
  }
}

package dev.musubi.notifications.application;

import dev.musubi.model.Ids;
import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.domain.Content.Confirmation;
import dev.musubi.notifications.domain.KeyedHash;
import dev.musubi.notifications.domain.MailAddress;
import dev.musubi.notifications.persistence.Consents;
import dev.musubi.notifications.persistence.Consents.Consent;
import dev.musubi.notifications.persistence.Consents.Origin;
import dev.musubi.notifications.persistence.Deliveries;
import dev.musubi.notifications.persistence.Deliveries.Delivery;
import dev.musubi.notifications.persistence.MailKind;
import dev.musubi.notifications.persistence.Recipient;
import dev.musubi.notifications.persistence.Subscriptions;
import dev.musubi.notifications.persistence.Subscriptions.Choice;
import dev.musubi.notifications.persistence.Subscriptions.State;
import dev.musubi.notifications.persistence.Subscriptions.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes a sign-up and asks by mail whether it was meant. Whoever signs up learns nothing about
 * whether the address is known, and nothing that was confirmed before changes until the new request
 * is confirmed as well.
 */
@Component
public class RequestSubscription {
  private static final Duration DAY = Duration.ofDays(1);

  private final Subscriptions subscriptions;
  private final Consents consents;
  private final Deliveries deliveries;
  private final Signals signals;
  private final KeyedHash hash;
  private final NotificationsSettings.Digest settings;
  private final InstantSource clock;

  RequestSubscription(
      Subscriptions subscriptions,
      Consents consents,
      Deliveries deliveries,
      Signals signals,
      KeyedHash hash,
      NotificationsSettings settings,
      InstantSource clock) {
    this.subscriptions = subscriptions;
    this.consents = consents;
    this.deliveries = deliveries;
    this.signals = signals;
    this.hash = hash;
    this.settings = settings.digest();
    this.clock = clock;
  }

  /**
   * Notes the request and puts the mail down. Beyond some mails a day to one address it does
   * nothing, so that nobody can flood a stranger. Must run in a transaction.
   */
  public void request(MailAddress email, Choice choice, String formVersion, Origin origin) {
    Instant now = clock.instant();
    Subscription fresh =
        new Subscription(
            Ids.next(),
            1,
            email,
            State.PENDING,
            choice.lang(),
            choice.frequency(),
            choice.interests(),
            null,
            null);
    UUID subscription = subscriptions.obtain(fresh, hash.of(email), now).id();
    if (consents.requestedSince(subscription, now.minus(DAY)) >= settings.mostRequests()) {
      return;
    }
    Consent consent =
        new Consent(
            Ids.next(),
            subscription,
            formVersion,
            choice,
            now.plus(settings.confirmWithin()),
            null);
    consents.request(consent, origin, now);
    deliveries.add(mail(consent), now);
    signals.mail();
  }

  private static Delivery mail(Consent consent) {
    Choice choice = consent.choice();
    return new Delivery(
        Ids.next(),
        new Recipient.Subscriber(consent.subscription()),
        "CONFIRM:" + consent.id(),
        MailKind.CONFIRMATION,
        consent.subscription(),
        null,
        new Confirmation(consent.id(), choice.frequency(), choice.interests(), consent.expiresAt()),
        0);
  }
}

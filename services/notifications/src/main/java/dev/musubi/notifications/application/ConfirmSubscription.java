package dev.musubi.notifications.application;

import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.domain.KeyedHash;
import dev.musubi.notifications.domain.Token;
import dev.musubi.notifications.domain.Tokens;
import dev.musubi.notifications.persistence.Consents;
import dev.musubi.notifications.persistence.Consents.Consent;
import dev.musubi.notifications.persistence.Consents.Origin;
import dev.musubi.notifications.persistence.Subscriptions;
import dev.musubi.notifications.persistence.Subscriptions.Subscription;
import dev.musubi.notifications.persistence.Suppressions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Confirms a sign-up by the token of its mail: once, and before it expires. */
@Component
public class ConfirmSubscription {
  private final Tokens tokens;
  private final Consents consents;
  private final Subscriptions subscriptions;
  private final Suppressions suppressions;
  private final KeyedHash hash;
  private final TransactionTemplate transaction;
  private final Duration firstNews;
  private final InstantSource clock;

  ConfirmSubscription(
      Tokens tokens,
      Consents consents,
      Subscriptions subscriptions,
      Suppressions suppressions,
      KeyedHash hash,
      TransactionTemplate transaction,
      NotificationsSettings settings,
      InstantSource clock) {
    this.tokens = tokens;
    this.consents = consents;
    this.subscriptions = subscriptions;
    this.suppressions = suppressions;
    this.hash = hash;
    this.transaction = transaction;
    this.firstNews = settings.digest().firstNews();
    this.clock = clock;
  }

  /** Confirms, or says why not. */
  public Outcome confirm(String text, Origin origin) {
    Token token = tokens.read(text).orElse(null);
    if (token == null || token.purpose() != Token.Purpose.CONFIRM) {
      return Outcome.UNKNOWN;
    }
    Outcome outcome = transaction.execute(status -> confirm(token, origin));
    return outcome == null ? Outcome.UNKNOWN : outcome;
  }

  private Outcome confirm(Token token, Origin origin) {
    Consent consent = consents.find(token.id()).orElse(null);
    if (consent == null) {
      return Outcome.UNKNOWN;
    }
    Subscription subscription = subscriptions.lock(consent.subscription()).orElse(null);
    if (subscription == null) {
      return Outcome.UNKNOWN;
    }
    if (consent.confirmedAt() != null) {
      return Outcome.ALREADY;
    }
    Instant now = clock.instant();
    if (!now.isBefore(consent.expiresAt())) {
      return Outcome.EXPIRED;
    }
    if (!consents.confirm(consent.id(), origin, now)) {
      return Outcome.ALREADY;
    }
    subscriptions.confirm(subscription.id(), consent.choice(), now.minus(firstNews), now);
    // The mail arrived and the person wants it: neither a bounce nor a complaint stands any more.
    suppressions.remove(hash.of(subscription.email()));
    return Outcome.CONFIRMED;
  }

  /** What became of it. */
  public enum Outcome {
    CONFIRMED,
    /** This very link was used before. */
    ALREADY,
    EXPIRED,
    UNKNOWN
  }
}

package dev.musubi.notifications.application;

import dev.musubi.notifications.domain.Token;
import dev.musubi.notifications.domain.Tokens;
import dev.musubi.notifications.persistence.Preferences;
import dev.musubi.notifications.persistence.Preferences.Preference;
import dev.musubi.notifications.persistence.Subscriptions;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends what a mail's token stands for (RFC 8058). Works however often it is called, and says
 * nothing about whether the token was known.
 */
@Component
public class Unsubscribe {
  private static final Logger LOG = LoggerFactory.getLogger(Unsubscribe.class);

  private final Tokens tokens;
  private final Subscriptions subscriptions;
  private final Preferences preferences;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Unsubscribe(
      Tokens tokens,
      Subscriptions subscriptions,
      Preferences preferences,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.tokens = tokens;
    this.subscriptions = subscriptions;
    this.preferences = preferences;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Ends it, if there is anything to end. */
  public void unsubscribe(String text) {
    tokens.read(text).ifPresent(token -> transaction.executeWithoutResult(status -> end(token)));
  }

  private void end(Token token) {
    switch (token.purpose()) {
      case SUBSCRIPTION -> {
        if (subscriptions.end(token.id(), Subscriptions.State.UNSUBSCRIBED, clock.instant())) {
          LOG.info("Subscription {} was ended by its token", token.id());
        }
      }
      case MEMBER_DIGESTS -> stop(token.id(), false);
      case MEMBER_MATCHES -> stop(token.id(), true);
      case CONFIRM -> {
        // Not confirming is enough; this link ends nothing.
      }
    }
  }

  private void stop(UUID account, boolean matches) {
    Preference now = preferences.of(account.toString());
    Preference wanted =
        new Preference(
            now.version(),
            now.matchMails() && !matches,
            now.digestMails() && matches,
            now.dealMails());
    if (!wanted.equals(now)) {
      preferences.stop(account.toString(), wanted, clock.instant());
    }
  }
}

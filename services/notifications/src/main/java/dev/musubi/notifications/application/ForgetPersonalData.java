package dev.musubi.notifications.application;

import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.persistence.Consents;
import dev.musubi.notifications.persistence.Retention;
import dev.musubi.notifications.persistence.Subscriptions;
import dev.musubi.notifications.persistence.WebhookDeliveries;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes what need not be kept any more. Proof of consent is kept until one month after the last
 * mail (特定電子メール法施行規則, article 4), then the whole subscription goes, address and hashes alike.
 */
@Component
public class ForgetPersonalData {
  private static final Logger LOG = LoggerFactory.getLogger(ForgetPersonalData.class);

  private final Subscriptions subscriptions;
  private final Consents consents;
  private final Retention retention;
  private final WebhookDeliveries calls;
  private final NotificationsSettings settings;
  private final InstantSource clock;

  ForgetPersonalData(
      Subscriptions subscriptions,
      Consents consents,
      Retention retention,
      WebhookDeliveries calls,
      NotificationsSettings settings,
      InstantSource clock) {
    this.subscriptions = subscriptions;
    this.consents = consents;
    this.retention = retention;
    this.calls = calls;
    this.settings = settings;
    this.clock = clock;
  }

  /** Deletes what is due. */
  public void run() {
    Instant now = clock.instant();
    Instant month = ZonedDateTime.ofInstant(now, settings.zone()).minusMonths(1).toInstant();
    Instant unconfirmed = now.minus(settings.keep().unconfirmed());
    int people = subscriptions.forgetUnconfirmed(unconfirmed) + subscriptions.forgetEnded(month);
    int requests = consents.forgetUnconfirmed(unconfirmed);
    int alerts = retention.alerts(now.minus(settings.keep().alerts()));
    int mails = retention.deliveries(now.minus(settings.keep().deliveries()));
    int log = calls.forget(now.minus(settings.keep().webhookLog()));
    if (people + requests + alerts + mails + log > 0) {
      LOG.info(
          "Deleted by age: {} subscriptions, {} requests, {} alerts, {} mails, {} webhook calls",
          people,
          requests,
          alerts,
          mails,
          log);
    }
  }
}

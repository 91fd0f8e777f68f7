package dev.musubi.notifications.application;

import dev.musubi.notifications.application.Announcements.Subject;
import dev.musubi.notifications.domain.Content.WebhookDisabled;
import dev.musubi.notifications.persistence.Webhooks.Webhook;
import java.net.URI;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells an organisation that its webhook was switched off. */
@Component
public class TellWebhookDisabled {
  private final Announcements announcements;

  TellWebhookDisabled(Announcements announcements) {
    this.announcements = announcements;
  }

  /** Tells it in the page and by mail, in the transaction that switches it off. */
  public void tell(Webhook webhook, Instant failingSince) {
    String host = URI.create(webhook.url()).getHost();
    WebhookDisabled content =
        new WebhookDisabled(webhook.id(), host == null ? "" : host, failingSince);
    Subject subject = Subject.webhookDisabled(webhook.organisation(), webhook.id(), failingSince);
    announcements.alert(subject, content);
    announcements.mail(subject, content);
  }
}

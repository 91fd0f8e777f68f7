package dev.musubi.notifications.application;

import dev.musubi.notifications.clients.Contacts.Contact;
import dev.musubi.notifications.persistence.MailKind;
import dev.musubi.notifications.persistence.Preferences;
import dev.musubi.notifications.persistence.Preferences.Preference;
import org.springframework.stereotype.Component;

/** Whether a member wants a kind of mail. */
@Component
class Eligibility {
  private final Preferences preferences;

  Eligibility(Preferences preferences) {
    this.preferences = preferences;
  }

  boolean wants(Contact contact, MailKind kind) {
    Preference chosen = preferences.of(contact.account());
    return switch (kind) {
      case MATCH -> contact.alerts() && chosen.matchMails();
      case MEMBER_DIGEST -> contact.alerts() && chosen.digestMails();
      case DEAL -> chosen.dealMails();
      case PUBLIC_DIGEST, CONFIRMATION -> false;
    };
  }
}

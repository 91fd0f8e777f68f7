package dev.musubi.notifications.mail;

import dev.musubi.notifications.domain.MailAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is ready to go.
 *
 * @param delivery its delivery, from which the Message-ID is made, so that a repeat can be
 *     recognised
 * @param lang language of the texts
 * @param text as plain text
 * @param html the same in HTML
 * @param list name of the list it belongs to, or null for a mail that is part of a transaction
 * @param unsubscribe address that ends it with one click (RFC 8058), or null
 */
public record OutgoingMail(
    UUID delivery,
    MailAddress to,
    String lang,
    String subject,
    String text,
    String html,
    @Nullable MailList list,
    @Nullable String unsubscribe) {

  /** Lists, by which mail programs sort (RFC 2919). */
  public enum MailList {
    /** Single matches and first lists. */
    MATCHES("matches"),
    /** The members' summary. */
    SUMMARY("summary"),
    /** The public digest. */
    DIGEST("digest");

    private final String label;

    MailList(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }
}

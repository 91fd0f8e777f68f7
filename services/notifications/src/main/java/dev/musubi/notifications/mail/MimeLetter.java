package dev.musubi.notifications.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it goes over the wire: multipart/alternative in UTF-8. The Message-ID is the delivery's
 * id, so the same delivery sent twice carries the same one.
 */
final class MimeLetter extends MimeMessage {
  private final String messageId;

  private MimeLetter(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static MimeLetter of(Session session, Envelope envelope, OutgoingMail mail, Instant now)
      throws MessagingException {
    String host = envelope.host();
    MimeLetter letter = new MimeLetter(session, "<" + mail.delivery() + "@" + host + ">");
    letter.setFrom(envelope.from());
    letter.setRecipient(Message.RecipientType.TO, address(mail));
    letter.setSubject(oneLine(mail.subject()), "UTF-8");
    letter.setSentDate(Date.from(now));
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.setHeader("X-Auto-Response-Suppress", "All");
    letter.setHeader("Content-Language", mail.lang());
    lists(letter, envelope, mail);
    letter.setContent(alternatives(mail));
    letter.saveChanges();
    return letter;
  }

  private static void lists(MimeLetter letter, Envelope envelope, OutgoingMail mail)
      throws MessagingException {
    if (mail.list() != null) {
      String name = mail.list().label();
      letter.setHeader("List-Id", "Musubi " + name + " <" + name + "." + envelope.host() + ">");
      letter.setHeader("List-Help", "<" + envelope.about() + ">");
      letter.setHeader("List-Post", "NO");
    }
    if (mail.unsubscribe() != null) {
      letter.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
      letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
  }

  private static InternetAddress address(OutgoingMail mail) throws MessagingException {
    return new InternetAddress(mail.to().text(), true);
  }

  private static MimeMultipart alternatives(OutgoingMail mail) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), "UTF-8", "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), "UTF-8", "html");
    return new MimeMultipart("alternative", text, html);
  }

  /** Titles come from outside: no control character may open another header. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  /**
   * What is the same in every mail.
   *
   * @param host right side of Message-ID and List-Id
   * @param about address of the page about the sender
   */
  record Envelope(InternetAddress from, String host, String about) {
    static Envelope of(InternetAddress from, String about) {
      String address = from.getAddress();
      String host = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
      return new Envelope(from, host, about);
    }
  }

  @Override
  public @Nullable String getMessageID() {
    return messageId;
  }
}

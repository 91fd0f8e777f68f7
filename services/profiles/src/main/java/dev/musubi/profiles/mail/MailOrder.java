package dev.musubi.profiles.mail;

import dev.musubi.profiles.domain.EmailAddress;
import java.util.List;

/**
 * A mail to be sent.
 *
 * @param lang of the reader, "ja" or "en"
 * @param arguments of the template, in its order
 */
public record MailOrder(
    EmailAddress recipient, String lang, Template template, List<String> arguments) {
  public MailOrder {
    arguments = List.copyOf(arguments);
  }

  /** The texts are {@code mail.<key>.subject} and {@code mail.<key>.body}. */
  public enum Template {
    /** Name, organisation, link. */
    VERIFICATION("verification"),
    /** Link to sign in, link to a new password. */
    ALREADY_REGISTERED("already-registered"),
    /** Organisation, link. */
    INVITATION("invitation"),
    /** Name, link. */
    PASSWORD_RESET("password-reset"),
    /** Name, link to a new password. */
    PASSWORD_CHANGED("password-changed"),
    /** Name. */
    ACCOUNT_ERASED("account-erased");

    private final String key;

    Template(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }
}

package dev.musubi.profiles.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's account. It exists only once its address is proven.
 *
 * @param lang of mails, "ja" or "en"
 * @param alertMail whether the person wants mails about new matches
 */
public record Account(
    UUID id,
    long version,
    EmailAddress email,
    String name,
    String lang,
    String passwordHash,
    boolean alertMail,
    Instant createdAt) {

  public Account change(String name, String lang, boolean alertMail) {
    return new Account(id, version + 1, email, name, lang, passwordHash, alertMail, createdAt);
  }

  public Account withPassword(String hash) {
    return new Account(id, version + 1, email, name, lang, hash, alertMail, createdAt);
  }

  /** The hash stays out of every log. */
  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}

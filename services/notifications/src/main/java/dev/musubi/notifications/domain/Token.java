package dev.musubi.notifications.domain;

import java.util.UUID;

/**
 * What a link in a mail stands for.
 *
 * @param purpose what may be done with it
 * @param id of the subscription, of the consent to be confirmed, or of the account
 */
public record Token(Purpose purpose, UUID id) {

  /** What a token allows. The code is part of every mail ever sent and never changes. */
  public enum Purpose {
    /** Confirms one consent; single use, expires with the consent. */
    CONFIRM(1),
    /** Ends or changes a digest subscription; valid as long as the subscription. */
    SUBSCRIPTION(2),
    /** Stops a member's digest mails. */
    MEMBER_DIGESTS(3),
    /** Stops a member's mails about single matches. */
    MEMBER_MATCHES(4);

    private final int code;

    Purpose(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }
}

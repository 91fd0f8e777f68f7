package dev.musubi.notifications.persistence;

import java.util.UUID;

/** Who gets a mail; never an address. */
public sealed interface Recipient {

  /** A member's account. */
  record Account(String id) implements Recipient {}

  /** A digest subscription. */
  record Subscriber(UUID subscription) implements Recipient {}

  /** As it is stored. */
  default String key() {
    return switch (this) {
      case Account account -> "account:" + account.id();
      case Subscriber subscriber -> "subscription:" + subscriber.subscription();
    };
  }

  /** From what is stored. */
  static Recipient of(String key) {
    int colon = key.indexOf(':');
    String rest = key.substring(colon + 1);
    return key.startsWith("account:") ? new Account(rest) : new Subscriber(UUID.fromString(rest));
  }
}

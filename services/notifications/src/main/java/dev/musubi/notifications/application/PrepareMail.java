package dev.musubi.notifications.application;

import dev.musubi.model.event.DeliveryState.Outcome;
import dev.musubi.notifications.clients.Contacts;
import dev.musubi.notifications.clients.Contacts.Contact;
import dev.musubi.notifications.clients.Unreachable;
import dev.musubi.notifications.domain.Content;
import dev.musubi.notifications.domain.KeyedHash;
import dev.musubi.notifications.domain.MailAddress;
import dev.musubi.notifications.domain.Token;
import dev.musubi.notifications.domain.Tokens;
import dev.musubi.notifications.mail.Letters;
import dev.musubi.notifications.mail.Links;
import dev.musubi.notifications.mail.OutgoingMail;
import dev.musubi.notifications.mail.OutgoingMail.MailList;
import dev.musubi.notifications.mail.Reader;
import dev.musubi.notifications.persistence.Consents;
import dev.musubi.notifications.persistence.Consents.Consent;
import dev.musubi.notifications.persistence.Deliveries.Delivery;
import dev.musubi.notifications.persistence.MailKind;
import dev.musubi.notifications.persistence.Recipient;
import dev.musubi.notifications.persistence.Subscriptions;
import dev.musubi.notifications.persistence.Subscriptions.State;
import dev.musubi.notifications.persistence.Subscriptions.Subscription;
import dev.musubi.notifications.persistence.Suppressions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides at the last moment whether a mail may still go, to which address, and writes it: consent,
 * wishes and the state of the listing count as they are now, not as they were when it was put down.
 */
@Component
class PrepareMail {
  private final Contacts contacts;
  private final Eligibility eligibility;
  private final Subscriptions subscriptions;
  private final Consents consents;
  private final Suppressions suppressions;
  private final StillTrue stillTrue;
  private final Letters letters;
  private final Links links;
  private final Tokens tokens;
  private final KeyedHash hash;
  private final InstantSource clock;

  PrepareMail(
      Contacts contacts,
      Eligibility eligibility,
      Subscriptions subscriptions,
      Consents consents,
      Suppressions suppressions,
      StillTrue stillTrue,
      Letters letters,
      Links links,
      Tokens tokens,
      KeyedHash hash,
      InstantSource clock) {
    this.contacts = contacts;
    this.eligibility = eligibility;
    this.subscriptions = subscriptions;
    this.consents = consents;
    this.suppressions = suppressions;
    this.stillTrue = stillTrue;
    this.letters = letters;
    this.links = links;
    this.tokens = tokens;
    this.hash = hash;
    this.clock = clock;
  }

  Prepared prepare(Delivery delivery) {
    return switch (delivery.recipient()) {
      case Recipient.Account account -> member(delivery, account.id());
      case Recipient.Subscriber subscriber -> subscriber(delivery, subscriber.subscription());
    };
  }

  private Prepared member(Delivery delivery, String account) {
    UUID organisation = delivery.organisation();
    if (organisation == null) {
      return suppressed("no organisation");
    }
    Optional<Contact> found;
    try {
      found = contacts.find(organisation, account);
    } catch (Unreachable away) {
      return new Prepared.Wait(String.valueOf(away.getMessage()));
    }
    if (found.isEmpty()) {
      return suppressed("no longer a contact");
    }
    Contact contact = found.get();
    if (!eligibility.wants(contact, delivery.kind())) {
      return suppressed("not wanted");
    }
    String token = memberToken(delivery.kind(), account);
    Reader reader = new Reader(contact.lang(), contact.name(), token);
    return written(delivery, contact.email(), reader, token);
  }

  private Prepared subscriber(Delivery delivery, UUID id) {
    Subscription subscription = subscriptions.find(id).orElse(null);
    if (subscription == null) {
      return suppressed("forgotten");
    }
    if (delivery.content() instanceof Content.Confirmation confirmation) {
      return confirmation(delivery, subscription, confirmation);
    }
    if (subscription.state() != State.CONFIRMED) {
      return suppressed("not subscribed");
    }
    String token = tokens.write(new Token(Token.Purpose.SUBSCRIPTION, id));
    Reader reader = new Reader(subscription.lang(), null, token);
    return written(delivery, subscription.email(), reader, token);
  }

  private Prepared confirmation(
      Delivery delivery, Subscription subscription, Content.Confirmation asked) {
    Consent consent = consents.find(asked.consentId()).orElse(null);
    boolean open =
        consent != null
            && consent.confirmedAt() == null
            && clock.instant().isBefore(consent.expiresAt());
    if (consent == null || !open) {
      return suppressed("confirmed or expired");
    }
    String token = tokens.write(new Token(Token.Purpose.CONFIRM, consent.id()));
    Reader reader = new Reader(consent.choice().lang(), null, token);
    return written(delivery, subscription.email(), reader, null);
  }

  private Prepared written(
      Delivery delivery, MailAddress to, Reader reader, @Nullable String unsubscribe) {
    // A person who asks for a confirmation may write from an address that has come back to life.
    if (delivery.kind() != MailKind.CONFIRMATION && suppressions.contains(hash.of(to))) {
      return suppressed("on the suppression list");
    }
    Content content = stillTrue.narrow(delivery.content()).orElse(null);
    if (content == null) {
      return suppressed("no longer true");
    }
    Letters.Written words = letters.write(content, reader);
    return new Prepared.Ready(
        new OutgoingMail(
            delivery.id(),
            to,
            reader.language().code(),
            words.subject(),
            words.text(),
            words.html(),
            list(delivery.kind()),
            unsubscribe == null ? null : links.unsubscribe(unsubscribe)));
  }

  private @Nullable String memberToken(MailKind kind, String account) {
    return switch (kind) {
      case MATCH -> memberToken(Token.Purpose.MEMBER_MATCHES, account);
      case MEMBER_DIGEST -> memberToken(Token.Purpose.MEMBER_DIGESTS, account);
      case DEAL, CONFIRMATION, PUBLIC_DIGEST -> null;
    };
  }

  private @Nullable String memberToken(Token.Purpose purpose, String account) {
    try {
      return tokens.write(new Token(purpose, UUID.fromString(account)));
    } catch (IllegalArgumentException otherForm) {
      return null;
    }
  }

  private static @Nullable MailList list(MailKind kind) {
    return switch (kind) {
      case MATCH -> MailList.MATCHES;
      case MEMBER_DIGEST -> MailList.SUMMARY;
      case PUBLIC_DIGEST -> MailList.DIGEST;
      case CONFIRMATION, DEAL -> null;
    };
  }

  private static Prepared suppressed(String why) {
    return new Prepared.Drop(Outcome.SUPPRESSED, why);
  }

  /** What is to be done with a delivery. */
  sealed interface Prepared {
    /** It goes out. */
    record Ready(OutgoingMail mail) implements Prepared {}

    /** It does not go out, now or ever. */
    record Drop(Outcome outcome, String why) implements Prepared {}

    /** Something is away that must be asked first. */
    record Wait(String why) implements Prepared {}
  }
}

package dev.musubi.notifications.application;

import dev.musubi.model.Ids;
import dev.musubi.notifications.clients.Contacts;
import dev.musubi.notifications.clients.Contacts.Contact;
import dev.musubi.notifications.clients.Unreachable;
import dev.musubi.notifications.domain.GrowingPause;
import dev.musubi.notifications.persistence.Deliveries;
import dev.musubi.notifications.persistence.Deliveries.Delivery;
import dev.musubi.notifications.persistence.Mailings;
import dev.musubi.notifications.persistence.Mailings.Mailing;
import dev.musubi.notifications.persistence.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one delivery for each person out of a mailing to an organisation. Profiles is asked outside
 * the transaction; while it is away the mailing waits, without limit.
 */
@Component
public class AddressMailings {
  private static final int AT_A_TIME = 50;
  private static final GrowingPause PAUSE =
      new GrowingPause(Duration.ofSeconds(2), Duration.ofMinutes(5));

  private final Mailings mailings;
  private final Deliveries deliveries;
  private final Contacts contacts;
  private final Eligibility eligibility;
  private final Signals signals;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  AddressMailings(
      Mailings mailings,
      Deliveries deliveries,
      Contacts contacts,
      Eligibility eligibility,
      Signals signals,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.mailings = mailings;
    this.deliveries = deliveries;
    this.contacts = contacts;
    this.eligibility = eligibility;
    this.signals = signals;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Addresses what waits. */
  public void run() {
    List<Mailing> waiting = mailings.waiting(AT_A_TIME);
    while (!waiting.isEmpty()) {
      waiting.forEach(this::address);
      waiting = waiting.size() < AT_A_TIME ? List.of() : mailings.waiting(AT_A_TIME);
    }
  }

  private void address(Mailing mailing) {
    List<Contact> people;
    try {
      people =
          contacts.of(mailing.organisation()).stream()
              .filter(contact -> eligibility.wants(contact, mailing.kind()))
              .toList();
    } catch (Unreachable away) {
      String why = String.valueOf(away.getMessage());
      mailings.later(mailing.id(), PAUSE.after(mailing.attempts() + 1), why);
      return;
    }
    transaction.executeWithoutResult(status -> address(mailing, people));
  }

  private void address(Mailing mailing, List<Contact> people) {
    if (!mailings.claim(mailing.id())) {
      return;
    }
    Instant now = clock.instant();
    for (Contact person : people) {
      deliveries.add(
          new Delivery(
              Ids.next(),
              new Recipient.Account(person.account()),
              mailing.subjectKey(),
              mailing.kind(),
              mailing.subject(),
              mailing.organisation(),
              mailing.content(),
              0),
          now);
    }
    mailings.addressed(mailing.id(), now);
    signals.mail();
  }
}

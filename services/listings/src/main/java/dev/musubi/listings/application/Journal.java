package dev.musubi.listings.application;

import dev.musubi.listings.domain.Consent;
import dev.musubi.listings.domain.ConsentLedger;
import dev.musubi.listings.domain.ContentChanges;
import dev.musubi.listings.domain.Lister;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.Listing.Status;
import dev.musubi.listings.domain.PublicState;
import dev.musubi.messaging.Events;
import dev.musubi.messaging.Outbox;
import dev.musubi.messaging.OutgoingEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a change, its version and its event together. */
final class Journal {
  private final Listings listings;
  private final Versions versions;
  private final Consents consents;
  private final Organisations organisations;
  private final Outbox outbox;
  private final Days days;

  Journal(
      Listings listings,
      Versions versions,
      Consents consents,
      Organisations organisations,
      Outbox outbox,
      Days days) {
    this.listings = listings;
    this.versions = versions;
    this.consents = consents;
    this.organisations = organisations;
    this.outbox = outbox;
    this.days = days;
  }

  /** A new draft, with the consents that its writer declares. */
  void drafted(Listing draft, Actor actor) {
    listings.insert(draft);
    versions.append(List.of(version(null, draft, Action.DRAFTED, actor, null)));
    declare(draft, actor);
  }

  /** A change to what is there. Drafts are told to nobody. */
  void changed(Listing before, Listing after, Action action, Actor actor, @Nullable String note) {
    listings.update(after, action == Action.EDITED);
    versions.append(List.of(version(before, after, action, actor, note)));
    if (action == Action.EDITED) {
      declare(after, actor);
    }
    if (isTold(before, after)) {
      Lister lister = organisations.get(after.organisationId());
      ConsentLedger ledger = consents.ledger(after.id());
      outbox.append(event(before, after, lister, ledger, days.today(), false));
    }
  }

  /** Records what the owners' entries declare and the ledger does not know yet. */
  private void declare(Listing listing, Actor actor) {
    Lister lister = organisations.get(listing.organisationId());
    List<Consent> declared =
        Declared.consents(
            listing.content(), lister, consents.ledger(listing.id()), null, actor, days.now());
    if (!declared.isEmpty()) {
      consents.append(Map.of(listing.id(), declared));
    }
  }

  static boolean isTold(Listing before, Listing after) {
    return before.isOnOffer() || after.isOnOffer();
  }

  static OutgoingEvent event(
      @Nullable Listing before,
      Listing after,
      Lister lister,
      ConsentLedger ledger,
      LocalDate today,
      boolean bulk) {
    boolean wasOnOffer = before != null && before.isOnOffer();
    String type = wasOnOffer && after.isOnOffer() ? "changed" : type(after.status());
    return Events.listing(type, PublicState.of(after, lister, ledger, today, bulk));
  }

  private static String type(Status status) {
    return switch (status) {
      case DRAFT -> throw new IllegalArgumentException("drafts are told to nobody");
      case PUBLISHED -> "published";
      case WITHDRAWN -> "withdrawn";
      case LAPSED -> "lapsed";
      case LICENSED_EXCLUSIVELY, SOLD -> "licensed";
    };
  }

  static Version version(
      @Nullable Listing before, Listing after, Action action, Actor actor, @Nullable String note) {
    List<String> changed =
        before == null ? List.of() : ContentChanges.between(before.content(), after.content());
    return new Version(
        after.id(),
        after.version(),
        after.changedAt(),
        actor,
        action,
        changed,
        Optional.ofNullable(before)
            .filter(it -> !changed.isEmpty())
            .map(Listing::content)
            .orElse(null),
        note);
  }
}

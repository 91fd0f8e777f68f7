package dev.musubi.listings.application;

import dev.musubi.listings.application.Listings.Imported;
import dev.musubi.listings.application.ListingsUpsert.Batch;
import dev.musubi.listings.domain.Consent;
import dev.musubi.listings.domain.ConsentLedger;
import dev.musubi.listings.domain.FailedCheck;
import dev.musubi.listings.domain.Lister;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.Listing.Status;
import dev.musubi.listings.domain.ListingContent;
import dev.musubi.listings.domain.PublicationChecks;
import dev.musubi.messaging.OutgoingEvent;
import dev.musubi.model.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One listing of a batch while it is worked on: its state now, and what is to be written. */
final class UpsertWork {
  private final Batch batch;
  private final Lister lister;
  private final Days days;
  private final boolean isNew;
  private final boolean edited;
  private final List<Version> versions = new ArrayList<>();
  private final List<Consent> consents = new ArrayList<>();
  private final List<OutgoingEvent> events = new ArrayList<>();
  private Listing listing;
  private byte @Nullable [] hash;
  private boolean hashChanged;
  private ConsentLedger ledger;
  private List<FailedCheck> failed = List.of();

  private UpsertWork(
      Batch batch, Lister lister, Days days, Imported there, boolean isNew, ConsentLedger ledger) {
    this.batch = batch;
    this.lister = lister;
    this.days = days;
    this.listing = there.listing();
    this.hash = there.hash();
    this.edited = there.edited();
    this.isNew = isNew;
    this.ledger = ledger;
  }

  static UpsertWork of(
      Batch batch, Lister lister, Days days, Imported there, ConsentLedger ledger) {
    return new UpsertWork(batch, lister, days, there, false, ledger);
  }

  static UpsertWork create(
      Batch batch,
      Lister lister,
      Days days,
      @Nullable String externalId,
      ListingContent content,
      byte[] hash) {
    Listing draft =
        Listing.draft(Ids.next(), batch.organisation(), content, days.today(), days.now())
            .from(batch.source(), externalId);
    Imported there = new Imported(draft, hash, false);
    UpsertWork work = new UpsertWork(batch, lister, days, there, true, ConsentLedger.EMPTY);
    work.finish(null, draft);
    return work;
  }

  /**
   * Replaces the content.
   *
   * @return whether anything changed
   */
  boolean change(ListingContent content, byte @Nullable [] newHash) {
    hashChanged |= newHash != hash;
    hash = newHash;
    if (content.equals(listing.content())) {
      return false;
    }
    if (!listing.status().mayBeEdited()) {
      return false;
    }
    finish(listing, listing.withContent(content, days.today(), days.now()));
    return true;
  }

  /**
   * Publishes what could not be published before, with the same content.
   *
   * @return whether it is on offer now and was not before
   */
  boolean settle() {
    if (!wantsPublication()) {
      return false;
    }
    declare();
    failed = checks();
    if (!failed.isEmpty()) {
      return false;
    }
    finish(listing, listing.touched(days.now()));
    return true;
  }

  private void finish(@Nullable Listing before, Listing changed) {
    listing = changed;
    declare();
    Listing after = changed;
    if (changed.isOnOffer() || wantsPublication()) {
      failed = checks();
      after = changed.isOnOffer() ? kept(changed) : published(changed);
    }
    listing = after;
    versions.add(Journal.version(before, after, Action.IMPORTED, actor(), null));
    if (after.isOnOffer() || (before != null && before.isOnOffer())) {
      events.add(Journal.event(before, after, lister, ledger, days.today(), true));
    }
  }

  private Listing published(Listing changed) {
    return failed.isEmpty() ? changed.asPublished(days.now()) : changed;
  }

  /** What is on offer leaves the market when the file says what no longer allows it. */
  private Listing kept(Listing changed) {
    if (failed.isEmpty()) {
      return changed;
    }
    boolean ended = failed.stream().anyMatch(it -> it.code() == FailedCheck.Code.RIGHTS_ENDED);
    return ended
        ? changed.asMoved(Status.LAPSED, "rights-ended")
        : changed.asMoved(Status.WITHDRAWN, "checks:" + failed.getFirst().code());
  }

  /** What its organisation withdrew stays withdrawn, whatever a file says. */
  private boolean wantsPublication() {
    return batch.publish()
        && (listing.status() == Status.DRAFT || listing.status() == Status.LAPSED);
  }

  private void declare() {
    List<Consent> declared =
        Declared.consents(listing.content(), lister, ledger, batch.mandate(), actor(), days.now());
    if (!declared.isEmpty()) {
      consents.addAll(declared);
      List<Consent> all = new ArrayList<>(ledger.entries());
      all.addAll(declared);
      ledger = new ConsentLedger(all);
    }
  }

  private List<FailedCheck> checks() {
    return PublicationChecks.failures(listing.content(), lister, ledger, days.today());
  }

  private Actor actor() {
    return new Actor(batch.actor(), batch.organisation());
  }

  UUID id() {
    return listing.id();
  }

  Listing listing() {
    return listing;
  }

  Imported result() {
    return new Imported(listing, hash, edited);
  }

  boolean isNew() {
    return isNew;
  }

  boolean isEdited() {
    return edited;
  }

  boolean isDirty() {
    return !versions.isEmpty() || hashChanged || !consents.isEmpty();
  }

  List<FailedCheck> failedChecks() {
    return failed;
  }

  List<Version> versions() {
    return versions;
  }

  List<Consent> consents() {
    return consents;
  }

  List<OutgoingEvent> events() {
    return events;
  }
}

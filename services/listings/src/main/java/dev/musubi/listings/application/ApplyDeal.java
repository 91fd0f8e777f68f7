package dev.musubi.listings.application;

import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.Listing.Status;
import dev.musubi.model.LicenceWords;
import dev.musubi.model.event.DealState;
import dev.musubi.model.event.ListingState.Offer;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets a listing follow the deals about it. Runs in the transaction of the event. */
@Service
public class ApplyDeal {
  private final Listings listings;
  private final Journal journal;
  private final Days days;

  ApplyDeal(Listings listings, Journal journal, Days days) {
    this.listings = listings;
    this.journal = journal;
    this.days = days;
  }

  /** A repeated event changes nothing. */
  public void apply(DealState deal) {
    Optional<Status> taken = taken(deal);
    if (taken.isPresent()) {
      take(deal, taken.get());
    } else if (deal.stage() == DealState.Stage.CLOSED) {
      release(deal);
    }
  }

  private void take(DealState deal, Status to) {
    Optional<Listing> found = listings.lock(deal.listingId());
    if (found.isEmpty() || !found.get().organisationId().equals(deal.ownerId())) {
      return;
    }
    Listing before = found.get();
    if (before.publishedAt() == null || before.status() == to || before.status() == Status.SOLD) {
      return;
    }
    Listing after = before.moved(to, reason(deal), days.now());
    journal.changed(before, after, Action.LICENSED, actor(deal), null);
  }

  /** An exclusive licence that ended leaves the owner free to publish again; a sale is for good. */
  private void release(DealState deal) {
    for (Listing before : listings.lockTakenBy(reason(deal))) {
      if (before.status() == Status.LICENSED_EXCLUSIVELY) {
        Listing after = before.moved(Status.WITHDRAWN, "licence-ended", days.now());
        journal.changed(before, after, Action.RELEASED, actor(deal), null);
      }
    }
  }

  private static Optional<Status> taken(DealState deal) {
    Offer.Kind licence = deal.licence();
    return switch (deal.stage()) {
      case ASSIGNED -> Optional.of(Status.SOLD);
      case LICENSED ->
          licence != null && LicenceWords.isExclusive(licence)
              ? Optional.of(
                  licence == Offer.Kind.ASSIGNMENT ? Status.SOLD : Status.LICENSED_EXCLUSIVELY)
              : Optional.empty();
      case INQUIRY, IN_TALKS, NDA, DISCLOSURE, EVALUATION, TERM_SHEET, DECLINED, CLOSED ->
          Optional.empty();
    };
  }

  private static String reason(DealState deal) {
    return "deal:" + deal.id();
  }

  private static Actor actor(DealState deal) {
    return new Actor("deal", deal.ownerId());
  }
}

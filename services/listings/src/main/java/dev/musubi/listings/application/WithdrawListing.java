package dev.musubi.listings.application;

import dev.musubi.http.NotFound;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.Listing.Status;
import dev.musubi.security.Caller;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a listing off the market, or deletes a draft that nobody has seen. */
@Service
public class WithdrawListing {
  private final Listings listings;
  private final Journal journal;
  private final Days days;

  WithdrawListing(Listings listings, Journal journal, Days days) {
    this.listings = listings;
    this.journal = journal;
    this.days = days;
  }

  /**
   * @param reason why, for the versions; not shown to the public
   */
  @Transactional
  public Listing withdraw(Caller caller, UUID id, OptionalLong seen, String reason) {
    Listing before = lock(caller, id, seen);
    if (before.status() != Status.PUBLISHED) {
      throw Refusals.notNow(before);
    }
    Listing after = before.moved(Status.WITHDRAWN, reason, days.now());
    journal.changed(before, after, Action.WITHDRAWN, Actor.of(caller), reason);
    return after;
  }

  /** Only what was never published can be deleted: others may have seen the rest. */
  @Transactional
  public void delete(Caller caller, UUID id, OptionalLong seen) {
    Listing draft = lock(caller, id, seen);
    if (draft.status() != Status.DRAFT) {
      throw Refusals.notNow(draft);
    }
    listings.delete(id);
  }

  private Listing lock(Caller caller, UUID id, OptionalLong seen) {
    Listing before = listings.lock(id).orElseThrow(NotFound::new);
    Access.requireEditor(before, caller);
    Refusals.requireVersion(before, seen);
    return before;
  }
}

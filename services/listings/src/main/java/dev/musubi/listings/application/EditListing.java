package dev.musubi.listings.application;

import dev.musubi.http.NotFound;
import dev.musubi.listings.domain.ContentRules;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.ListingContent;
import dev.musubi.security.Caller;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes a content. What is on offer must still pass the checks afterwards. */
@Service
public class EditListing {
  private final Listings listings;
  private final Journal journal;
  private final CheckPublication checks;
  private final Days days;

  EditListing(Listings listings, Journal journal, CheckPublication checks, Days days) {
    this.listings = listings;
    this.journal = journal;
    this.checks = checks;
    this.days = days;
  }

  /**
   * @param seen version that the caller has seen
   * @param change makes the new content of the old one
   * @return the listing, unchanged when the change changes nothing
   */
  @Transactional
  public Listing edit(
      Caller caller, UUID id, OptionalLong seen, UnaryOperator<ListingContent> change) {
    Listing before = listings.lock(id).orElseThrow(NotFound::new);
    Access.requireEditor(before, caller);
    Refusals.requireVersion(before, seen);
    if (!before.status().mayBeEdited()) {
      throw Refusals.notNow(before);
    }
    var checked = ContentRules.check(change.apply(before.content()), days.today());
    if (!checked.faults().isEmpty()) {
      throw Refusals.invalid(checked.faults());
    }
    if (checked.content().equals(before.content())) {
      return before;
    }
    Listing after = before.withContent(checked.content(), days.today(), days.now());
    if (after.isOnOffer()) {
      checks.require(after, Actor.of(caller));
    }
    journal.changed(before, after, Action.EDITED, Actor.of(caller), null);
    return after;
  }
}

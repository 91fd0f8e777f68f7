package dev.musubi.listings.application;

import dev.musubi.http.NotFound;
import dev.musubi.listings.domain.Listing;
import dev.musubi.security.Caller;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a listing on offer. */
@Service
public class PublishListing {
  private final Listings listings;
  private final Journal journal;
  private final CheckPublication checks;
  private final Days days;

  PublishListing(Listings listings, Journal journal, CheckPublication checks, Days days) {
    this.listings = listings;
    this.journal = journal;
    this.checks = checks;
    this.days = days;
  }

  /**
   * @throws NotPublishable with every check that failed
   * @throws dev.musubi.http.Refusal 409 when a deal holds it
   */
  @Transactional
  public Listing publish(Caller caller, UUID id, OptionalLong seen) {
    Listing before = listings.lock(id).orElseThrow(NotFound::new);
    Access.requireEditor(before, caller);
    Refusals.requireVersion(before, seen);
    if (!before.status().mayBePublished()) {
      throw Refusals.notNow(before);
    }
    checks.require(before, Actor.of(caller));
    Listing after = before.published(days.now());
    journal.changed(before, after, Action.PUBLISHED, Actor.of(caller), null);
    return after;
  }
}

package dev.musubi.listings.application;

import dev.musubi.http.NotFound;
import dev.musubi.listings.domain.Consent;
import dev.musubi.listings.domain.ConsentLedger;
import dev.musubi.listings.domain.FailedCheck;
import dev.musubi.listings.domain.Lister;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.PublicationChecks;
import dev.musubi.security.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what stands against publication. */
@Service
public class CheckPublication {
  private final Listings listings;
  private final Consents consents;
  private final Organisations organisations;
  private final Days days;

  CheckPublication(Listings listings, Consents consents, Organisations organisations, Days days) {
    this.listings = listings;
    this.consents = consents;
    this.organisations = organisations;
    this.days = days;
  }

  /** What would be told if it were published now; changes nothing. */
  @Transactional(readOnly = true)
  public List<FailedCheck> failures(Caller caller, UUID id) {
    Listing listing = listings.find(id).orElseThrow(NotFound::new);
    Access.requireInside(listing, caller);
    return failures(listing, Actor.of(caller));
  }

  void require(Listing listing, Actor actor) {
    List<FailedCheck> failed = failures(listing, actor);
    if (!failed.isEmpty()) {
      throw Refusals.notPublishable(failed);
    }
  }

  private List<FailedCheck> failures(Listing listing, Actor actor) {
    Lister lister = organisations.get(listing.organisationId());
    ConsentLedger known = consents.ledger(listing.id());
    // What the content declares counts although it is written down only with the change itself.
    List<Consent> all = new ArrayList<>(known.entries());
    all.addAll(Declared.consents(listing.content(), lister, known, null, actor, days.now()));
    return PublicationChecks.failures(
        listing.content(), lister, new ConsentLedger(all), days.today());
  }
}

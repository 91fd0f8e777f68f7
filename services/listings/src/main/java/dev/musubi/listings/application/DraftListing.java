package dev.musubi.listings.application;

import dev.musubi.listings.domain.ContentRules;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.ListingContent;
import dev.musubi.model.Ids;
import dev.musubi.security.Caller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a listing. It may still lack nearly everything; nobody else sees it. */
@Service
public class DraftListing {
  private final Journal journal;
  private final Days days;

  DraftListing(Journal journal, Days days) {
    this.journal = journal;
    this.days = days;
  }

  /**
   * @param organisation named by an operator, empty for all others
   * @throws dev.musubi.http.InvalidInput with everything that cannot be so
   */
  @Transactional
  public Listing draft(Caller caller, Optional<UUID> organisation, ListingContent raw) {
    UUID owner = Access.listingOrganisation(caller, organisation);
    var checked = ContentRules.check(raw, days.today());
    if (!checked.faults().isEmpty()) {
      throw Refusals.invalid(checked.faults());
    }
    Listing draft = Listing.draft(Ids.next(), owner, checked.content(), days.today(), days.now());
    journal.drafted(draft, Actor.of(caller));
    return draft;
  }
}

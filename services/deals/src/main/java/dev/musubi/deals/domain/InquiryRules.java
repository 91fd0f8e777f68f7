package dev.musubi.deals.domain;

import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.ListingState;
import java.time.LocalDate;
import java.util.Optional;

/** What must hold before a firm may ask about a listing. */
public final class InquiryRules {
  private InquiryRules() {}

  /** Why it may not; empty when it may. */
  public static Optional<Refused> check(ListingFacts listing, FirmFacts firm, LocalDate today) {
    if (firm.kind() != OrganisationKind.SEEKER) {
      return Optional.of(new Refused.NotASeeker());
    }
    if (listing.owner().equals(firm.id())) {
      return Optional.of(new Refused.OwnListing());
    }
    if (listing.state() != ListingState.State.PUBLISHED) {
      return Optional.of(new Refused.ListingNotOpen(listing.state()));
    }
    if (listing.expiresOn() != null && listing.expiresOn().isBefore(today)) {
      return Optional.of(new Refused.ListingNotOpen(ListingState.State.LAPSED));
    }
    if (!listing.allConsented()) {
      return Optional.of(new Refused.ConsentMissing());
    }
    if (listing.isProtectedFrom(firm.id(), today)) {
      ListingFacts.Protection promise = listing.protection();
      return Optional.of(new Refused.Protected(promise == null ? null : promise.until()));
    }
    return Optional.empty();
  }
}

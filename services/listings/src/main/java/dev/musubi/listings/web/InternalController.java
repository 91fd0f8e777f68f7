package dev.musubi.listings.web;

import dev.musubi.listings.application.Days;
import dev.musubi.listings.application.ReadListing;
import dev.musubi.listings.application.ReadListing.Sight;
import dev.musubi.listings.domain.Listing.Status;
import dev.musubi.listings.domain.ListingContent.Protection;
import dev.musubi.model.event.ListingState.Offer;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What other services must know freshly before they let somebody act. */
@RestController
@Hidden
class InternalController {
  private final ReadListing read;
  private final Days days;

  InternalController(ReadListing read, Days days) {
    this.read = read;
    this.days = days;
  }

  /**
   * What a deal about a listing must respect now.
   *
   * @param offered kinds that may be asked for
   * @param awaitingPartner kinds that need the joint-research partner's consent first
   * @param partnerOrganisationId never to be shown to anybody but owner and partner
   */
  record Terms(
      UUID id,
      long version,
      Status state,
      UUID organisationId,
      List<Offer.Kind> offered,
      Set<Offer.Kind> awaitingPartner,
      @Nullable String partnerName,
      @Nullable UUID partnerOrganisationId,
      @Nullable LocalDate until) {}

  @GetMapping("/internal/listings/{id}/terms")
  Terms terms(@PathVariable UUID id) {
    Sight sight = read.seeWhole(id);
    Protection protection = sight.listing().content().protection();
    var refused = sight.ledger().refusedByPartner(protection, days.today());
    return new Terms(
        id,
        sight.listing().version(),
        sight.listing().status(),
        sight.listing().organisationId(),
        sight.listing().content().offers().stream()
            .map(Offer::kind)
            .filter(kind -> !refused.contains(kind))
            .toList(),
        sight.ledger().awaitingPartner(protection, days.today()),
        protection == null ? null : protection.partnerName(),
        protection == null ? null : protection.partnerOrganisationId(),
        protection == null ? null : protection.until());
  }
}

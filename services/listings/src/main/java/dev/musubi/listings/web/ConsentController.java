package dev.musubi.listings.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Cursor;
import dev.musubi.http.IfMatch;
import dev.musubi.http.NotFound;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.listings.application.Access;
import dev.musubi.listings.application.ReadListing;
import dev.musubi.listings.application.ReadListing.Sight;
import dev.musubi.listings.application.ReadListing.View;
import dev.musubi.listings.application.RecordConsent;
import dev.musubi.listings.application.RecordConsent.Given;
import dev.musubi.listings.domain.Consent.Answer;
import dev.musubi.listings.domain.Consent.Basis;
import dev.musubi.listings.domain.Listing;
import dev.musubi.model.event.ListingState.Offer;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Consents of co-owners and joint-research partners. */
@RestController
@RequestMapping("/api/v1/listings")
@Tag(name = "Consents")
class ConsentController {
  private final RecordConsent record;
  private final ReadListing read;
  private final ListingViews views;

  ConsentController(RecordConsent record, ReadListing read, ListingViews views) {
    this.record = record;
    this.read = read;
    this.views = views;
  }

  /**
   * @param basis CONSENT when not given
   * @param evidence reference of the paper, for example its number and date
   */
  record ConsentInput(
      @NotNull @Nullable Answer answer,
      @Nullable Basis basis,
      @Size(max = 500) @Nullable String evidence) {
    Given given() {
      return ConsentController.given(answer, basis, evidence);
    }
  }

  /**
   * @param kinds offers that the answer is about; empty for all that the promise covers
   */
  record PartnerInput(
      @NotNull @Nullable Answer answer,
      @Nullable List<Offer.Kind> kinds,
      @Size(max = 500) @Nullable String evidence) {
    Given given() {
      return ConsentController.given(answer, null, evidence);
    }
  }

  /** All answers so far, oldest first. */
  record Ledger(List<ConsentView> entries) {}

  private static Given given(
      @Nullable Answer answer, @Nullable Basis basis, @Nullable String evidence) {
    return new Given(
        answer == null ? Answer.REFUSED : answer,
        basis == null ? Basis.CONSENT : basis,
        evidence == null || evidence.isBlank() ? null : evidence.strip());
  }

  @Operation(summary = "Listings that ask for the own organisation's consent, newest first")
  @GetMapping("/consents")
  Page<ListingView> asked(Caller caller, PageQuery page, Locale locale) {
    UUID mine = Access.readingOrganisation(caller, Optional.empty());
    List<Sight> rows = read.naming(caller, mine, ListingController.after(page), page.limitAndOne());
    return Page.of(rows, page.limit(), it -> Cursor.of(it.listing().id()))
        .map(it -> views.of(it, caller, locale));
  }

  @Operation(summary = "The ledger of an own listing")
  @GetMapping("/{id}/consents")
  Ledger ledger(Caller caller, @PathVariable UUID id) {
    Sight sight = read.see(caller, id);
    if (sight.view() != View.INSIDE) {
      throw new NotFound();
    }
    return new Ledger(sight.ledger().entries().stream().map(ConsentView::of).toList());
  }

  @Operation(
      summary = "Record a co-owner's answer (Patent Act, article 73 (3)); If-Match is optional",
      description = "By the co-owner itself when it is a member, else by the listing organisation")
  @PutMapping("/{id}/consents/{ownerIndex}")
  ResponseEntity<ListingView> ofOwner(
      Caller caller,
      @PathVariable UUID id,
      @PathVariable int ownerIndex,
      HttpServletRequest request,
      @ApiBody ConsentInput input,
      Locale locale) {
    Listing after =
        record.ofOwner(caller, id, IfMatch.optional(request), ownerIndex, input.given());
    return answer(after, caller, locale);
  }

  @Operation(summary = "Record the joint-research partner's answer; If-Match is optional")
  @PutMapping("/{id}/protection/consent")
  ResponseEntity<ListingView> ofPartner(
      Caller caller,
      @PathVariable UUID id,
      HttpServletRequest request,
      @ApiBody PartnerInput input,
      Locale locale) {
    List<Offer.Kind> kinds = input.kinds() == null ? List.of() : input.kinds();
    Listing after = record.ofPartner(caller, id, IfMatch.optional(request), input.given(), kinds);
    return answer(after, caller, locale);
  }

  private ResponseEntity<ListingView> answer(Listing listing, Caller caller, Locale locale) {
    return ResponseEntity.ok()
        .eTag(IfMatch.etag(listing.version()))
        .body(views.of(read.afterAnswer(caller, listing.id()), caller, locale));
  }
}

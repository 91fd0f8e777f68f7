package dev.musubi.listings.web;

import dev.musubi.listings.domain.Listing.Status;
import dev.musubi.model.event.ListingState.Classifications;
import dev.musubi.model.event.ListingState.Offer;
import dev.musubi.model.event.ListingState.Owner;
import dev.musubi.model.event.ListingState.Right;
import dev.musubi.model.event.ListingState.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing as its reader may see it.
 *
 * @param conditionsApply some offers wait for somebody's consent; ask the owner
 * @param pending a right is still an application: licences are provisional until it is granted
 * @param unpublished the patent office has not laid it open: only minimal fields are shown
 * @param remainingYears whole years until the last right ends
 * @param own what only the listing organisation sees; null for everybody else
 * @param asked what a co-owner or joint-research partner is asked for; null for everybody else
 */
record ListingView(
    UUID id,
    long version,
    Status state,
    OrganisationView organisation,
    List<Text> texts,
    List<RightView> rights,
    List<Owner> owners,
    List<Offer> offers,
    Classifications classifications,
    List<String> fields,
    List<String> functions,
    @Nullable String prefecture,
    List<String> jsic,
    @Nullable Integer trl,
    @Schema(description = "Some offers wait for somebody's consent: ask the owner")
        boolean conditionsApply,
    boolean pending,
    boolean unpublished,
    @Nullable LocalDate expiresOn,
    @Nullable Integer remainingYears,
    boolean sample,
    @Nullable Instant publishedAt,
    Instant changedAt,
    List<DocumentView> documents,
    @Nullable OwnView own,
    @Nullable AskedView asked) {

  record OrganisationView(
      UUID id, String name, @Nullable String nameEn, @Nullable String prefecture) {}

  /**
   * A right with its numbers as they are printed.
   *
   * @param link the right's page at J-PlatPat
   */
  record RightView(
      Right.Kind kind,
      String jurisdiction,
      @Nullable String applicationNumber,
      @Nullable String publicationNumber,
      @Nullable String registrationNumber,
      @Nullable String inventionTitle,
      @Nullable LocalDate filedOn,
      @Nullable LocalDate publishedOn,
      @Nullable LocalDate registeredOn,
      @Nullable LocalDate expiresOn,
      Right.Status status,
      boolean ended,
      Printed printed,
      @Nullable String link) {}

  /** Numbers as offices print them: 特願2020-123456, 特許第6543210号. */
  record Printed(
      @Nullable String application, @Nullable String publication, @Nullable String registration) {}

  /**
   * What only the listing organisation sees.
   *
   * @param content as it may be sent back in a patch
   * @param reason why it left the market
   * @param source where it was imported from
   */
  record OwnView(
      ListingInput content,
      @Nullable String reason,
      @Nullable String source,
      @Nullable String externalId,
      List<ConsentView> consents,
      QualityView quality,
      List<CheckView> checks,
      Instant createdAt) {}

  /**
   * A consent that is asked of the caller's organisation.
   *
   * @param role CO_OWNER or PARTNER
   * @param ownerIndex place among the owners, for the answer of a co-owner
   * @param kinds offers that a partner's consent is about
   * @param answer the last answer, or null
   */
  record AskedView(
      String role,
      @Nullable Integer ownerIndex,
      @Nullable String project,
      @Nullable LocalDate until,
      List<Offer.Kind> kinds,
      @Nullable ConsentView answer) {}
}

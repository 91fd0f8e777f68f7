package dev.musubi.listings.web;

import dev.musubi.listings.domain.ListingContent;
import dev.musubi.listings.domain.ListingContent.Protection;
import dev.musubi.listings.web.ListingInput.ClassificationsInput;
import dev.musubi.listings.web.ListingInput.OfferInput;
import dev.musubi.listings.web.ListingInput.OwnerInput;
import dev.musubi.listings.web.ListingInput.ProtectionInput;
import dev.musubi.listings.web.ListingInput.RightInput;
import dev.musubi.listings.web.ListingInput.TextInput;
import dev.musubi.model.event.ListingState.Classifications;
import dev.musubi.model.event.ListingState.Offer;
import dev.musubi.model.event.ListingState.Right;
import dev.musubi.model.event.ListingState.Text;
import org.jspecify.annotations.Nullable;

/** Writes a content as callers write it, so that they can patch it or fill a form with it. */
final class ListingInputs {
  private ListingInputs() {}

  static ListingInput of(ListingContent it) {
    return new ListingInput(
        it.texts().stream().map(ListingInputs::text).toList(),
        it.rights().stream().map(ListingInputs::right).toList(),
        it.owners().stream().map(ListingInputs::owner).toList(),
        it.offers().stream().map(ListingInputs::offer).toList(),
        codes(it.classifications()),
        it.fields(),
        it.functions(),
        it.prefecture(),
        it.jsic(),
        it.trl(),
        protection(it.protection()),
        it.discloseUnpublished(),
        it.sample(),
        it.attributes());
  }

  private static TextInput text(Text it) {
    return new TextInput(
        it.lang(),
        it.title(),
        it.summary(),
        it.problem(),
        it.solution(),
        it.effect(),
        it.products(),
        it.overview(),
        ListingInput.ElementsInput.of(it.elements()));
  }

  private static RightInput right(Right it) {
    return new RightInput(
        it.kind(),
        it.jurisdiction(),
        it.applicationNumber(),
        it.publicationNumber(),
        it.registrationNumber(),
        it.inventionTitle(),
        it.filedOn(),
        it.publishedOn(),
        it.registeredOn(),
        it.expiresOn(),
        it.status());
  }

  private static OwnerInput owner(ListingContent.Owner it) {
    return new OwnerInput(
        it.name(), it.organisationId(), it.corporateNumber(), it.consentRecorded());
  }

  private static OfferInput offer(Offer it) {
    return new OfferInput(
        it.kind(),
        it.sublicence(),
        it.royaltyPercentFrom(),
        it.royaltyPercentTo(),
        it.upfrontYen(),
        it.trigger(),
        it.note());
  }

  private static ClassificationsInput codes(Classifications it) {
    return new ClassificationsInput(it.ipc(), it.fi(), it.cpc(), it.fTerm());
  }

  private static @Nullable ProtectionInput protection(@Nullable Protection it) {
    return it == null
        ? null
        : new ProtectionInput(
            it.project(), it.partnerName(), it.partnerOrganisationId(), it.until(), it.kinds());
  }
}

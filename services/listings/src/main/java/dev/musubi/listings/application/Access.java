package dev.musubi.listings.application;

import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.ListingContent.Owner;
import dev.musubi.listings.domain.ListingContent.Protection;
import dev.musubi.model.OrganisationKind;
import dev.musubi.security.Caller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Who may see and change what. Whatever the caller may not know of does not exist for it. */
public final class Access {
  private Access() {}

  /** Whether the caller sees all that the listing organisation sees. */
  public static boolean isInside(Listing listing, Caller caller) {
    return caller.belongsTo(listing.organisationId()) || caller.isOperator();
  }

  /** Whether the caller's organisation is named in the listing as a co-owner. */
  public static boolean isCoOwner(Listing listing, Caller caller) {
    return listing.content().owners().stream()
        .map(Owner::organisationId)
        .anyMatch(id -> id != null && caller.belongsTo(id));
  }

  /** Whether the caller's organisation is the joint-research partner. */
  public static boolean isPartner(Listing listing, Caller caller) {
    Protection protection = listing.content().protection();
    UUID partner = protection == null ? null : protection.partnerOrganisationId();
    return partner != null && caller.belongsTo(partner);
  }

  static void requireInside(Listing listing, Caller caller) {
    if (!isInside(listing, caller)) {
      throw new NotFound();
    }
  }

  /** The listing organisation's editors, and the operator. */
  static void requireEditor(Listing listing, Caller caller) {
    requireInside(listing, caller);
    if (!caller.isOperator() && !caller.mayEdit(listing.organisationId())) {
      throw forbidden();
    }
  }

  /**
   * The organisation for which the caller may list.
   *
   * @param asked named by an operator, who belongs to none
   */
  public static UUID listingOrganisation(Caller caller, Optional<UUID> asked) {
    if (caller.isOperator() && asked.isPresent()) {
      return asked.get();
    }
    UUID organisation = caller.organisation();
    if (organisation == null || asked.filter(it -> !it.equals(organisation)).isPresent()) {
      throw forbidden();
    }
    if (caller.kind() != OrganisationKind.OWNER) {
      throw new Refusal(HttpStatus.FORBIDDEN, "owners-only", "listings.owners-only.detail");
    }
    if (!caller.mayEdit(organisation)) {
      throw forbidden();
    }
    return organisation;
  }

  /** The organisation whose listings the caller reads. */
  public static UUID readingOrganisation(Caller caller, Optional<UUID> asked) {
    if (caller.isOperator() && asked.isPresent()) {
      return asked.get();
    }
    UUID organisation = caller.organisation();
    if (organisation == null || asked.filter(it -> !it.equals(organisation)).isPresent()) {
      throw forbidden();
    }
    return organisation;
  }

  static Refusal forbidden() {
    return new Refusal(HttpStatus.FORBIDDEN, "forbidden", "problem.status.403.detail");
  }
}

package dev.musubi.listings.domain;

import dev.musubi.listings.domain.ListingContent.Owner;
import dev.musubi.model.OrganisationName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The organisation that lists. */
public record Lister(
    UUID id,
    String name,
    @Nullable String nameEn,
    @Nullable String corporateNumber,
    @Nullable String prefecture) {

  /**
   * Whether a right holder is the listing organisation. A name is enough here, as the organisation
   * says it of itself.
   */
  public boolean is(Owner owner) {
    if (owner.organisationId() != null) {
      return owner.organisationId().equals(id);
    }
    if (owner.corporateNumber() != null && corporateNumber != null) {
      return owner.corporateNumber().equals(corporateNumber);
    }
    String key = OrganisationName.key(owner.name());
    return key.equals(OrganisationName.key(name))
        || (nameEn != null && key.equals(OrganisationName.key(nameEn)));
  }

  /** The right holders; the organisation alone when none are written. */
  public List<Owner> ownersOf(ListingContent content) {
    return content.owners().isEmpty()
        ? List.of(new Owner(name, id, corporateNumber, true))
        : content.owners();
  }
}

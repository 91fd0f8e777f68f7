package dev.musubi.deals.domain;

import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.ListingState.Offer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a deal must know of a listing.
 *
 * @param expiresOn last day of the longest right, or null when unknown
 * @param allConsented whether every co-owner's consent is on record
 */
public record ListingFacts(
    UUID id,
    UUID owner,
    ListingState.State state,
    List<Title> titles,
    Set<Offer.Kind> offers,
    boolean allConsented,
    @Nullable Protection protection,
    @Nullable LocalDate expiresOn) {

  public static ListingFacts of(ListingState listing) {
    ListingState.Protection promise = listing.protection();
    return new ListingFacts(
        listing.id(),
        listing.organisationId(),
        listing.state(),
        listing.texts().stream().map(it -> new Title(it.lang(), it.title())).toList(),
        listing.offers().stream().map(Offer::kind).collect(Collectors.toUnmodifiableSet()),
        listing.owners().stream().allMatch(ListingState.Owner::consentRecorded),
        promise == null
            ? null
            : new Protection(
                promise.partnerOrganisationId(), promise.until(), Set.copyOf(promise.kinds())),
        listing.expiresOn());
  }

  /** Whether a promise leaves nothing that this firm could be granted. */
  boolean isProtectedFrom(UUID firm, LocalDate today) {
    if (protection == null || !protection.lasts(today) || firm.equals(protection.partner())) {
      return false;
    }
    Set<Offer.Kind> free = new HashSet<>(offers);
    free.removeAll(protection.kinds());
    return protection.kinds().isEmpty() || free.isEmpty();
  }

  public record Title(String lang, String text) {}

  /**
   * The promise to a joint-research partner: nothing to a rival without the partner's consent.
   *
   * @param until last day, or null for the life of the right
   * @param kinds offers that it covers; all when empty
   */
  public record Protection(
      @Nullable UUID partner, @Nullable LocalDate until, Set<Offer.Kind> kinds) {
    boolean lasts(LocalDate today) {
      return until == null || !until.isBefore(today);
    }
  }
}

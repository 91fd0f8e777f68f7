package dev.musubi.matching.domain;

import dev.musubi.model.event.ListingState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a listing is on offer on a day, and on which day that changes by itself.
 *
 * @param opensOn first day on which it is on offer again, when it is not now
 * @param closesOn last day on which it is on offer, when it is now
 */
public record Openness(boolean open, @Nullable LocalDate opensOn, @Nullable LocalDate closesOn) {
  private static final Openness NEVER = new Openness(false, null, null);

  /**
   * A published listing is on offer until the day its right ends, unless every kind of licence on
   * offer needs the consent of a joint-research partner.
   */
  public static Openness of(ListingState listing, LocalDate today) {
    var expires = listing.expiresOn();
    var ended = expires != null && expires.isBefore(today);
    if (listing.state() != ListingState.State.PUBLISHED || ended) {
      return NEVER;
    }
    if (!isWhollyProtected(listing, today)) {
      return new Openness(true, null, expires);
    }
    var protection = listing.protection();
    var until = protection == null ? null : protection.until();
    return new Openness(false, until == null ? null : until.plusDays(1), null);
  }

  /** The kinds of licence that the owner may grant today without asking a partner. */
  public static List<ListingState.Offer.Kind> freeKinds(ListingState listing, LocalDate today) {
    var kinds = new ArrayList<ListingState.Offer.Kind>();
    listing.offers().forEach(it -> kinds.add(it.kind()));
    var protection = listing.protection();
    if (protection != null && inForce(protection, today)) {
      kinds.removeAll(protection.kinds());
    }
    return kinds.stream().distinct().toList();
  }

  private static boolean isWhollyProtected(ListingState listing, LocalDate today) {
    var protection = listing.protection();
    return protection != null
        && inForce(protection, today)
        && !listing.offers().isEmpty()
        && freeKinds(listing, today).isEmpty();
  }

  private static boolean inForce(ListingState.Protection protection, LocalDate today) {
    var until = protection.until();
    return until == null || !until.isBefore(today);
  }
}

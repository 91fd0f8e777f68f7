package dev.musubi.listings.application;

import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.listings.domain.ConsentLedger;
import dev.musubi.listings.domain.Lister;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.Listing.Status;
import dev.musubi.security.Caller;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows listings to whoever may see them, and no more of them than that. */
@Service
public class ReadListing {
  private final Listings listings;
  private final Consents consents;
  private final Versions versions;
  private final Organisations organisations;

  ReadListing(
      Listings listings, Consents consents, Versions versions, Organisations organisations) {
    this.listings = listings;
    this.consents = consents;
    this.versions = versions;
    this.organisations = organisations;
  }

  /** What a caller sees, and through which eyes. */
  public record Sight(View view, Listing listing, Lister lister, ConsentLedger ledger) {}

  /** Through which eyes. */
  public enum View {
    /** The listing organisation. */
    INSIDE,
    /** A co-owner: sees drafts as well, as it must know what it consents to. */
    CO_OWNER,
    /** The joint-research partner: sees the promise to itself. */
    PARTNER,
    PUBLIC
  }

  /**
   * @throws NotFound for what does not exist for the caller
   * @throws Refusal 410 for what was on offer once and is no longer
   */
  @Transactional(readOnly = true)
  public Sight see(Caller caller, UUID id) {
    Listing listing = listings.find(id).orElseThrow(NotFound::new);
    View view = view(listing, caller);
    if (view == View.PUBLIC || view == View.PARTNER) {
      requireShown(listing, view);
    }
    return sight(view, listing);
  }

  /** What somebody who just answered sees, although the answer may have ended the listing. */
  @Transactional(readOnly = true)
  public Sight afterAnswer(Caller caller, UUID id) {
    Listing listing = listings.find(id).orElseThrow(NotFound::new);
    return sight(view(listing, caller), listing);
  }

  /** The listing whole, for another service that asks about consents. */
  @Transactional(readOnly = true)
  public Sight seeWhole(UUID id) {
    return sight(View.INSIDE, listings.find(id).orElseThrow(NotFound::new));
  }

  /** The caller's own listings, newest first. */
  @Transactional(readOnly = true)
  public List<Listing> own(
      UUID organisation, @Nullable Set<Status> statuses, @Nullable UUID after, int limit) {
    return listings.ofOrganisation(organisation, statuses, after, limit);
  }

  /** Listings that name the caller's organisation as co-owner or partner, newest first. */
  @Transactional(readOnly = true)
  public List<Sight> naming(Caller caller, UUID organisation, @Nullable UUID after, int limit) {
    return listings.naming(organisation, after, limit).stream()
        .map(listing -> sight(view(listing, caller), listing))
        .toList();
  }

  /** Versions of an own listing, newest first. */
  @Transactional(readOnly = true)
  public List<Version> versions(Caller caller, UUID id, @Nullable Long before, int limit) {
    Access.requireInside(listings.find(id).orElseThrow(NotFound::new), caller);
    return versions.of(id, before, limit);
  }

  private Sight sight(View view, Listing listing) {
    Lister lister = organisations.get(listing.organisationId());
    ConsentLedger ledger = consents.ledger(listing.id());
    return new Sight(view, listing, lister, ledger);
  }

  private static View view(Listing listing, Caller caller) {
    if (Access.isInside(listing, caller)) {
      return View.INSIDE;
    }
    if (Access.isCoOwner(listing, caller)) {
      return View.CO_OWNER;
    }
    return Access.isPartner(listing, caller) ? View.PARTNER : View.PUBLIC;
  }

  private static void requireShown(Listing listing, View view) {
    if (listing.publishedAt() == null) {
      throw new NotFound();
    }
    if (!listing.isOnOffer() && view == View.PUBLIC) {
      throw new Refusal(
              HttpStatus.GONE,
              "listing-gone",
              "listings.gone." + listing.status().name() + ".detail")
          .with("state", listing.status().name());
    }
  }
}

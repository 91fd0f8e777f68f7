package dev.musubi.listings.domain;

import dev.musubi.listings.domain.Consent.Answer;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.ListingState.Classifications;
import dev.musubi.model.event.ListingState.Offer;
import dev.musubi.model.event.ListingState.Owner;
import dev.musubi.model.event.ListingState.Protection;
import dev.musubi.model.event.ListingState.Right;
import dev.musubi.model.event.ListingState.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a listing. The joint-research partner is never named. An application
 * that is not laid open shows the seven fields of the open-patent database and nothing else: id,
 * title, application number, name of the invention, applicants, and whether it may be assigned or
 * licensed.
 */
public final class PublicState {
  private final Listing listing;
  private final ListingContent content;
  private final Lister lister;
  private final ConsentLedger ledger;
  private final LocalDate today;
  private final boolean minimal;

  private PublicState(
      Listing listing, Lister lister, ConsentLedger ledger, LocalDate today, boolean whole) {
    this.listing = listing;
    this.content = listing.content();
    this.lister = lister;
    this.ledger = ledger;
    this.today = today;
    this.minimal = !whole && RightLife.isAnyUnpublished(content.rights(), today);
  }

  /**
   * @param bulk whether the change came with many others
   * @throws IllegalStateException for a draft, which has no public state
   */
  public static ListingState of(
      Listing listing, Lister lister, ConsentLedger ledger, LocalDate today, boolean bulk) {
    if (listing.publishedAt() == null) {
      throw new IllegalStateException("a draft has no public state: " + listing.id());
    }
    return new PublicState(listing, lister, ledger, today, false).state(bulk);
  }

  /**
   * What a reader sees, of drafts as well. Not for events.
   *
   * @param whole for readers who know what is not laid open yet
   */
  public static ListingState asSeen(
      Listing listing, Lister lister, ConsentLedger ledger, LocalDate today, boolean whole) {
    return new PublicState(listing, lister, ledger, today, whole).state(false);
  }

  private ListingState state(boolean bulk) {
    return new ListingState(
        listing.id(),
        listing.version(),
        listing.organisationId(),
        status(),
        content.texts().stream().map(this::text).toList(),
        content.rights().stream().map(this::right).toList(),
        lister.ownersOf(content).stream().map(this::owner).toList(),
        offers(),
        minimal ? Classifications.NONE : content.classifications(),
        minimal ? List.of() : content.fields(),
        minimal ? List.of() : content.functions(),
        content.prefecture() != null ? content.prefecture() : lister.prefecture(),
        minimal ? List.of() : content.jsic(),
        minimal ? null : content.trl(),
        protection(),
        listing.expiresOn(),
        content.sample(),
        bulk,
        listing.publishedAt() == null ? listing.createdAt() : listing.publishedAt(),
        listing.changedAt());
  }

  private ListingState.State status() {
    return switch (listing.status()) {
      // Only readers inside get here with a draft, and they look at the listing's own status.
      case DRAFT, PUBLISHED -> ListingState.State.PUBLISHED;
      case WITHDRAWN -> ListingState.State.WITHDRAWN;
      case LAPSED -> ListingState.State.LAPSED;
      case LICENSED_EXCLUSIVELY -> ListingState.State.LICENSED_EXCLUSIVELY;
      case SOLD -> ListingState.State.SOLD;
    };
  }

  private Text text(Text text) {
    return minimal ? new Text(text.lang(), text.title(), null, null, null, null, null, null) : text;
  }

  private Right right(Right it) {
    return minimal
        ? new Right(
            it.kind(),
            it.jurisdiction(),
            it.applicationNumber(),
            null,
            null,
            it.inventionTitle(),
            null,
            null,
            null,
            null,
            it.status())
        : it;
  }

  private Owner owner(ListingContent.Owner owner) {
    boolean consented =
        lister.is(owner) || ledger.of(owner).map(it -> it.answer() == Answer.GIVEN).orElse(false);
    return new Owner(owner.name(), owner.organisationId(), owner.corporateNumber(), consented);
  }

  private List<Offer> offers() {
    Set<Offer.Kind> refused = ledger.refusedByPartner(content.protection(), today);
    return content.offers().stream()
        .filter(offer -> !refused.contains(offer.kind()))
        .map(it -> minimal ? new Offer(it.kind(), null, null, null, null, null, null) : it)
        .toList();
  }

  /** Which offers wait for a consent, without a word about whose. */
  private @Nullable Protection protection() {
    Set<Offer.Kind> awaiting = ledger.awaitingPartner(content.protection(), today);
    awaiting.removeAll(ledger.refusedByPartner(content.protection(), today));
    return awaiting.isEmpty() ? null : new Protection(null, null, null, List.copyOf(awaiting));
  }
}

package dev.musubi.listings.domain;

import dev.musubi.listings.domain.Consent.Answer;
import dev.musubi.listings.domain.Consent.Party;
import dev.musubi.listings.domain.ListingContent.Owner;
import dev.musubi.listings.domain.ListingContent.Protection;
import dev.musubi.model.event.ListingState.Offer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All answers of co-owners and partners about one listing.
 *
 * @param entries oldest first
 */
public record ConsentLedger(List<Consent> entries) {
  public static final ConsentLedger EMPTY = new ConsentLedger(List.of());

  public ConsentLedger {
    entries = List.copyOf(entries);
  }

  /** The answer of a right holder that counts now. */
  public Optional<Consent> of(Owner owner) {
    String key = Consent.key(owner);
    return entries.reversed().stream()
        .filter(entry -> entry.party() == Party.CO_OWNER && entry.partyKey().equals(key))
        .findFirst();
  }

  /** Offers that the partner refused. */
  public Set<Offer.Kind> refusedByPartner(@Nullable Protection protection, LocalDate today) {
    return answeredByPartner(protection, today, Answer.REFUSED);
  }

  /** Offers that still need the partner's consent: promised, and not consented to. */
  public Set<Offer.Kind> awaitingPartner(@Nullable Protection protection, LocalDate today) {
    Set<Offer.Kind> open = EnumSet.noneOf(Offer.Kind.class);
    if (protection != null && protection.isInForce(today)) {
      open.addAll(protection.kinds());
      open.removeAll(answeredByPartner(protection, today, Answer.GIVEN));
    }
    return open;
  }

  private Set<Offer.Kind> answeredByPartner(
      @Nullable Protection protection, LocalDate today, Answer wanted) {
    Set<Offer.Kind> found = EnumSet.noneOf(Offer.Kind.class);
    if (protection == null || !protection.isInForce(today)) {
      return found;
    }
    String key = Consent.key(protection);
    for (Consent entry : entries) {
      if (entry.party() == Party.PARTNER && entry.partyKey().equals(key)) {
        if (entry.answer() == wanted) {
          found.addAll(entry.kinds());
        } else {
          found.removeAll(entry.kinds());
        }
      }
    }
    found.retainAll(protection.kinds());
    return found;
  }
}

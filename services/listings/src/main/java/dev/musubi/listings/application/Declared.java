package dev.musubi.listings.application;

import dev.musubi.listings.domain.Consent;
import dev.musubi.listings.domain.Consent.Answer;
import dev.musubi.listings.domain.Consent.Basis;
import dev.musubi.listings.domain.Consent.Party;
import dev.musubi.listings.domain.ConsentLedger;
import dev.musubi.listings.domain.Lister;
import dev.musubi.listings.domain.ListingContent;
import dev.musubi.listings.domain.ListingContent.Owner;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what the listing organisation declares about co-owners into entries of the ledger. */
final class Declared {
  private Declared() {}

  /**
   * Entries for co-owners of whom the ledger knows nothing yet. What a co-owner answered itself is
   * never replaced by a declaration.
   *
   * @param mandate reference of the papers that cover every owner, or null
   */
  static List<Consent> consents(
      ListingContent content,
      Lister lister,
      ConsentLedger ledger,
      @Nullable String mandate,
      Actor actor,
      Instant now) {
    return lister.ownersOf(content).stream()
        .filter(owner -> mandate != null || owner.consentRecorded())
        .filter(owner -> !lister.is(owner) && ledger.of(owner).isEmpty())
        .map(owner -> consent(owner, lister, mandate, actor, now))
        .toList();
  }

  private static Consent consent(
      Owner owner, Lister lister, @Nullable String mandate, Actor actor, Instant now) {
    return new Consent(
        Party.CO_OWNER,
        Consent.key(owner),
        owner.name(),
        Answer.GIVEN,
        mandate != null ? Basis.MANDATE : Basis.CONSENT,
        List.of(),
        mandate,
        lister.id(),
        actor.subject(),
        now);
  }
}

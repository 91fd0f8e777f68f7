package dev.musubi.listings.domain;

import dev.musubi.listings.domain.ListingContent.Owner;
import dev.musubi.listings.domain.ListingContent.Protection;
import dev.musubi.model.OrganisationName;
import dev.musubi.model.event.ListingState.Offer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer in the ledger of consents. Answers are never changed; a later one replaces an earlier
 * one.
 *
 * @param partyKey who answers, see {@link #key}
 * @param kinds of a partner: which offers the answer is about; empty for co-owners
 * @param evidence reference of the paper, as given
 * @param recordedBy organisation that recorded it: the party itself or the listing organisation
 * @param actor account or client
 */
public record Consent(
    Party party,
    String partyKey,
    String partyName,
    Answer answer,
    Basis basis,
    List<Offer.Kind> kinds,
    @Nullable String evidence,
    @Nullable UUID recordedBy,
    String actor,
    Instant at) {
  public Consent {
    kinds = List.copyOf(kinds);
  }

  /** In which role it was asked. */
  public enum Party {
    /** Patent Act, article 73 paragraph 3. */
    CO_OWNER,
    /** By the promise of a joint-research contract. */
    PARTNER
  }

  /** What was said. */
  public enum Answer {
    GIVEN,
    REFUSED
  }

  /** On what it rests. */
  public enum Basis {
    /** Consent to this listing. */
    CONSENT,
    /** A letter of attorney (委任状) to list and license in the owner's name. */
    MANDATE
  }

  /** Key of a right holder: its membership here or else its name. */
  public static String key(Owner owner) {
    return key(owner.organisationId(), owner.name());
  }

  /** Key of a joint-research partner. */
  public static String key(Protection protection) {
    return key(protection.partnerOrganisationId(), protection.partnerName());
  }

  private static String key(@Nullable UUID organisation, String name) {
    return organisation != null ? "org:" + organisation : "name:" + OrganisationName.key(name);
  }
}

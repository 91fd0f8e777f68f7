package dev.musubi.listings.application;

import dev.musubi.http.NotFound;
import dev.musubi.http.Refusal;
import dev.musubi.listings.domain.Consent;
import dev.musubi.listings.domain.Consent.Answer;
import dev.musubi.listings.domain.Consent.Basis;
import dev.musubi.listings.domain.Consent.Party;
import dev.musubi.listings.domain.FailedCheck;
import dev.musubi.listings.domain.Lister;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.Listing.Status;
import dev.musubi.listings.domain.ListingContent.Owner;
import dev.musubi.listings.domain.ListingContent.Protection;
import dev.musubi.listings.domain.PublicationChecks;
import dev.musubi.model.event.ListingState.Offer;
import dev.musubi.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes answers of co-owners (Patent Act, article 73 paragraph 3) and of joint-research partners
 * into the ledger. Who is a member answers for itself; for others the listing organisation records
 * the paper it holds. An answer that a member gave itself cannot be replaced by another.
 */
@Service
public class RecordConsent {
  private final Listings listings;
  private final Consents consents;
  private final Organisations organisations;
  private final Journal journal;
  private final Days days;

  RecordConsent(
      Listings listings,
      Consents consents,
      Organisations organisations,
      Journal journal,
      Days days) {
    this.listings = listings;
    this.consents = consents;
    this.organisations = organisations;
    this.journal = journal;
    this.days = days;
  }

  /**
   * @param evidence reference of the paper
   */
  public record Given(Answer answer, Basis basis, @Nullable String evidence) {}

  /** The answer of the co-owner at this place in the list of owners. */
  @Transactional
  public Listing ofOwner(Caller caller, UUID id, OptionalLong seen, int index, Given given) {
    Listing before = listings.lock(id).orElseThrow(NotFound::new);
    List<Owner> owners = before.content().owners();
    boolean inside = Access.isInside(before, caller);
    if ((!inside && !Access.isCoOwner(before, caller)) || index < 0 || index >= owners.size()) {
      throw new NotFound();
    }
    Owner owner = owners.get(index);
    Lister lister = organisations.get(before.organisationId());
    if (lister.is(owner)) {
      throw new Refusal(HttpStatus.CONFLICT, "own-right", "listings.own-right.detail");
    }
    boolean itself = owner.organisationId() != null && caller.belongsTo(owner.organisationId());
    requireMay(before, caller, itself, seen);
    requireNotAnswered(consents.ledger(id).of(owner).orElse(null), owner.organisationId(), itself);
    return write(
        before,
        Action.CONSENT_RECORDED,
        Actor.of(caller),
        new Consent(
            Party.CO_OWNER,
            Consent.key(owner),
            owner.name(),
            given.answer(),
            given.basis(),
            List.of(),
            given.evidence(),
            caller.organisation(),
            caller.subject(),
            days.now()));
  }

  /**
   * The answer of the joint-research partner.
   *
   * @param kinds offers that it is about; empty for all that the promise covers
   */
  @Transactional
  public Listing ofPartner(
      Caller caller, UUID id, OptionalLong seen, Given given, List<Offer.Kind> kinds) {
    Listing before = listings.lock(id).orElseThrow(NotFound::new);
    Protection protection = before.content().protection();
    boolean itself = Access.isPartner(before, caller);
    if (protection == null || (!itself && !Access.isInside(before, caller))) {
      throw new NotFound();
    }
    requireMay(before, caller, itself, seen);
    String key = Consent.key(protection);
    Consent known =
        consents.ledger(id).entries().reversed().stream()
            .filter(it -> it.party() == Party.PARTNER && it.partyKey().equals(key))
            .filter(it -> Objects.equals(it.recordedBy(), protection.partnerOrganisationId()))
            .findFirst()
            .orElse(null);
    requireNotAnswered(known, protection.partnerOrganisationId(), itself);
    List<Offer.Kind> about =
        kinds.isEmpty() ? protection.kinds() : kinds.stream().distinct().toList();
    return write(
        before,
        Action.PARTNER_ANSWERED,
        Actor.of(caller),
        new Consent(
            Party.PARTNER,
            key,
            protection.partnerName(),
            given.answer(),
            given.basis(),
            about,
            given.evidence(),
            caller.organisation(),
            caller.subject(),
            days.now()));
  }

  private static void requireMay(
      Listing listing, Caller caller, boolean itself, OptionalLong seen) {
    if (itself) {
      if (caller.organisation() == null || !caller.mayEdit(caller.organisation())) {
        throw Access.forbidden();
      }
    } else {
      Access.requireEditor(listing, caller);
    }
    Refusals.requireVersion(listing, seen);
  }

  private static void requireNotAnswered(
      @Nullable Consent known, @Nullable UUID member, boolean itself) {
    boolean own = known != null && member != null && member.equals(known.recordedBy());
    if (own && !itself) {
      throw new Refusal(HttpStatus.CONFLICT, "party-answered", "listings.party-answered.detail");
    }
  }

  /** What may no longer be shown after the answer leaves the market with it. */
  private Listing write(Listing before, Action action, Actor actor, Consent consent) {
    consents.append(Map.of(before.id(), List.of(consent)));
    Listing after = before.touched(days.now());
    if (after.isOnOffer()) {
      Lister lister = organisations.get(before.organisationId());
      List<FailedCheck> failed =
          PublicationChecks.failures(
              before.content(), lister, consents.ledger(before.id()), days.today());
      if (!failed.isEmpty()) {
        after = after.asMoved(Status.WITHDRAWN, "checks:" + failed.getFirst().code());
      }
    }
    journal.changed(before, after, action, actor, consent.evidence());
    return after;
  }
}

package dev.musubi.listings.web;

import dev.musubi.listings.application.AttachDocument;
import dev.musubi.listings.application.Days;
import dev.musubi.listings.application.ReadListing.Sight;
import dev.musubi.listings.application.ReadListing.View;
import dev.musubi.listings.domain.Consent;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.ListingContent;
import dev.musubi.listings.domain.ListingContent.Protection;
import dev.musubi.listings.domain.PublicState;
import dev.musubi.listings.domain.PublicationChecks;
import dev.musubi.listings.domain.Quality;
import dev.musubi.listings.domain.RightLife;
import dev.musubi.listings.domain.RightNumbers;
import dev.musubi.listings.web.ListingView.AskedView;
import dev.musubi.listings.web.ListingView.OrganisationView;
import dev.musubi.listings.web.ListingView.OwnView;
import dev.musubi.listings.web.ListingView.Printed;
import dev.musubi.listings.web.ListingView.RightView;
import dev.musubi.model.PatentNumber;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.ListingState.Right;
import dev.musubi.security.Caller;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes views of what was seen. */
@Component
final class ListingViews {
  private final AttachDocument documents;
  private final MessageSource messages;
  private final Days days;

  ListingViews(AttachDocument documents, MessageSource messages, Days days) {
    this.documents = documents;
    this.messages = messages;
    this.days = days;
  }

  ListingView of(Sight sight, Caller caller, Locale locale) {
    Listing listing = sight.listing();
    ListingState state =
        PublicState.asSeen(listing, sight.lister(), sight.ledger(), days.today(), isWhole(sight));
    return new ListingView(
        listing.id(),
        listing.version(),
        listing.status(),
        new OrganisationView(
            listing.organisationId(),
            sight.lister().name(),
            sight.lister().nameEn(),
            sight.lister().prefecture()),
        state.texts(),
        state.rights().stream().map(this::right).toList(),
        state.owners(),
        state.offers(),
        state.classifications(),
        state.fields(),
        state.functions(),
        state.prefecture(),
        state.jsic(),
        state.trl(),
        state.protection() != null,
        isPending(listing.content()),
        RightLife.isAnyUnpublished(listing.content().rights(), days.today()),
        listing.expiresOn(),
        remainingYears(listing.expiresOn()),
        state.sample(),
        listing.publishedAt(),
        listing.changedAt(),
        documents.visible(sight).stream().map(DocumentView::of).toList(),
        sight.view() == View.INSIDE ? own(sight, locale) : null,
        asked(sight, caller));
  }

  LocalDate today() {
    return days.today();
  }

  /** Organisation and co-owners know what is not laid open. */
  private static boolean isWhole(Sight sight) {
    return sight.view() == View.INSIDE || sight.view() == View.CO_OWNER;
  }

  private OwnView own(Sight sight, Locale locale) {
    Listing listing = sight.listing();
    return new OwnView(
        ListingInputs.of(listing.content()),
        listing.reason(),
        listing.source(),
        listing.externalId(),
        sight.ledger().entries().stream().map(ConsentView::of).toList(),
        QualityView.of(Quality.of(listing.content(), days.today()), messages, locale),
        CheckView.of(
            PublicationChecks.failures(
                listing.content(), sight.lister(), sight.ledger(), days.today()),
            messages,
            locale),
        listing.createdAt());
  }

  private @Nullable AskedView asked(Sight sight, Caller caller) {
    return switch (sight.view()) {
      case CO_OWNER -> askedAsCoOwner(sight, caller);
      case PARTNER -> askedAsPartner(sight);
      case INSIDE, PUBLIC -> null;
    };
  }

  private static @Nullable AskedView askedAsCoOwner(Sight sight, Caller caller) {
    List<ListingContent.Owner> owners = sight.listing().content().owners();
    for (int i = 0; i < owners.size(); i++) {
      UUID member = owners.get(i).organisationId();
      if (member != null && caller.belongsTo(member)) {
        Optional<Consent> answer = sight.ledger().of(owners.get(i));
        return new AskedView(
            "CO_OWNER", i, null, null, List.of(), answer.map(ConsentView::of).orElse(null));
      }
    }
    return null;
  }

  private static @Nullable AskedView askedAsPartner(Sight sight) {
    Protection protection = sight.listing().content().protection();
    if (protection == null) {
      return null;
    }
    String key = Consent.key(protection);
    Optional<Consent> answer =
        sight.ledger().entries().reversed().stream()
            .filter(it -> it.party() == Consent.Party.PARTNER && it.partyKey().equals(key))
            .findFirst();
    return new AskedView(
        "PARTNER",
        null,
        protection.project(),
        protection.until(),
        protection.kinds(),
        answer.map(ConsentView::of).orElse(null));
  }

  private RightView right(Right it) {
    Optional<PatentNumber> registration = RightNumbers.registration(it);
    Optional<PatentNumber> publication = RightNumbers.publication(it);
    return new RightView(
        it.kind(),
        it.jurisdiction(),
        it.applicationNumber(),
        it.publicationNumber(),
        it.registrationNumber(),
        it.inventionTitle(),
        it.filedOn(),
        it.publishedOn(),
        it.registeredOn(),
        it.expiresOn(),
        it.status(),
        RightLife.hasEnded(it, days.today()),
        new Printed(
            RightNumbers.application(it).map(PatentNumber::display).orElse(null),
            publication.map(PatentNumber::display).orElse(null),
            registration.map(PatentNumber::display).orElse(null)),
        registration
            .flatMap(PatentNumber::jPlatPatLink)
            .or(() -> publication.flatMap(PatentNumber::jPlatPatLink))
            .orElse(null));
  }

  private static boolean isPending(ListingContent content) {
    return content.rights().stream()
        .anyMatch(
            right ->
                right.status() == Right.Status.PENDING
                    || right.status() == Right.Status.UNPUBLISHED);
  }

  private @Nullable Integer remainingYears(@Nullable LocalDate end) {
    if (end == null) {
      return null;
    }
    return (int) Math.max(0, ChronoUnit.YEARS.between(days.today(), end));
  }
}

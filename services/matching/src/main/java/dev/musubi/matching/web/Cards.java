package dev.musubi.matching.web;

import dev.musubi.matching.application.Glosses;
import dev.musubi.matching.persistence.Projections.ListingRow;
import dev.musubi.matching.persistence.Rankings;
import dev.musubi.matching.search.ListingCard;
import dev.musubi.matching.search.ListingDocument;
import dev.musubi.model.Language;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Listings and needs in short. */
@Component
class Cards {
  private final Rankings rankings;
  private final Clock clock;
  private final Glosses glosses;

  Cards(Rankings rankings, Clock clock, Glosses glosses) {
    this.glosses = glosses;
    this.rankings = rankings;
    this.clock = clock;
  }

  /** A need in short, as far as its firm shows it. */
  record NeedCard(
      UUID id,
      String title,
      String text,
      String lang,
      NeedState.Visibility visibility,
      ListingCard.@Nullable Organisation organisation,
      boolean sample) {

    /** Without the firm, unless the need is public. */
    static NeedCard of(NeedState need, @Nullable OrganisationState organisation, Language reader) {
      var named = need.visibility() == NeedState.Visibility.PUBLIC ? organisation : null;
      return new NeedCard(
          need.id(),
          need.title(),
          need.text(),
          need.lang(),
          need.visibility(),
          named == null ? null : organisation(named, reader),
          need.sample());
    }

    private static ListingCard.Organisation organisation(
        OrganisationState organisation, Language reader) {
      var english = organisation.nameEn();
      var name = reader == Language.EN && english != null ? english : organisation.name();
      return new ListingCard.Organisation(
          organisation.id().toString(), name, organisation.prefecture());
    }
  }

  /** The card that search shows, made of the database's copy. */
  Optional<ListingCard> of(ListingRow row, Language reader) {
    var today = LocalDate.now(clock);
    return Optional.ofNullable(row.state())
        .map(it -> ListingDocument.of(it, row.organisation(), today))
        .map(it -> ListingCard.of(it, reader, today));
  }

  Stream<NeedMatches.Item> pair(MatchView match, @Nullable ListingCard listing, Language reader) {
    if (listing == null) {
      return Stream.empty();
    }
    var gloss = glosses.of(listing.title(), listing.titleLang(), reader).orElse(null);
    return Stream.of(new NeedMatches.Item(match, listing, gloss));
  }

  @Nullable Long matchedVersion(UUID need) {
    var ranking = rankings.find(List.of(need)).get(need);
    return ranking == null ? null : ranking.matchedVersion();
  }
}

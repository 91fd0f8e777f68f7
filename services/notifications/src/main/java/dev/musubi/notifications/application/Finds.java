package dev.musubi.notifications.application;

import dev.musubi.model.event.MatchState.Reason;
import dev.musubi.model.event.MatchState.Title;
import dev.musubi.notifications.domain.Content.Found;
import dev.musubi.notifications.domain.Headline;
import dev.musubi.notifications.persistence.ListingViews;
import dev.musubi.notifications.persistence.MatchViews.MatchView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Matches as messages show them: with what is known of the listing, or with the title that came
 * with the match while the listing's own event is still on its way.
 */
@Component
class Finds {
  private final ListingViews listings;

  Finds(ListingViews listings) {
    this.listings = listings;
  }

  Found found(MatchView match) {
    return found(List.of(match)).getFirst();
  }

  List<Found> found(List<MatchView> matches) {
    Map<UUID, Headline> known =
        listings.headlines(matches.stream().map(MatchView::listingId).toList());
    return matches.stream()
        .map(
            match ->
                found(
                    match.id(),
                    known.get(match.listingId()),
                    match.listingId(),
                    match.titles(),
                    match.reasons()))
        .toList();
  }

  static Found found(
      UUID match,
      @Nullable Headline known,
      UUID listing,
      List<Title> titles,
      List<Reason> reasons) {
    Headline headline =
        known == null ? new Headline(listing, titles, List.of(), null, null, null) : known;
    return new Found(match, headline, reasons);
  }
}

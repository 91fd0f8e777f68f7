package dev.musubi.matching.web;

import dev.musubi.http.NotFound;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.matching.domain.Match;
import dev.musubi.matching.persistence.Feedbacks;
import dev.musubi.matching.persistence.Matches;
import dev.musubi.matching.persistence.Projections;
import dev.musubi.model.Language;
import dev.musubi.model.event.NeedState;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Needs that a listing fits, for its owner, as far as the firms show them. */
@RestController
@Tag(name = "matches")
class ListingMatches {
  private final Matches matches;
  private final Feedbacks feedbacks;
  private final Projections projections;

  ListingMatches(Matches matches, Feedbacks feedbacks, Projections projections) {
    this.matches = matches;
    this.feedbacks = feedbacks;
    this.projections = projections;
  }

  /** One match with its need in short. */
  record Item(MatchView match, Cards.NeedCard need) {}

  /**
   * A page, the best first.
   *
   * @param total matches that are shown
   * @param hidden further ones, whose firms do not show their needs
   * @param feedback what firms answered, in sum
   */
  record Answer(
      List<Item> items,
      @Nullable String next,
      long total,
      long hidden,
      Feedbacks.Summary feedback) {}

  @GetMapping("/api/v1/listings/{id}/matches")
  @Operation(summary = "Needs that an open patent fits, the best first")
  Answer matches(@PathVariable UUID id, PageQuery page, Caller caller, Locale locale) {
    var own =
        projections
            .listing(id)
            .map(Projections.ListingRow::state)
            .filter(it -> caller.isService() || caller.belongsTo(it.organisationId()));
    if (own.isEmpty()) {
      throw new NotFound();
    }
    var rows = matches.pageOfListing(id, NeedMatches.after(page.cursor()), page.limitAndOne());
    var cut = Page.of(rows, page.limit(), NeedMatches::cursor);
    var seen = matches.countOfListing(id);
    return new Answer(
        items(cut.items(), Language.of(locale)),
        cut.next(),
        seen.shown(),
        seen.hidden(),
        feedbacks.of(id));
  }

  private List<Item> items(List<Match> page, Language reader) {
    var needs = new HashMap<UUID, NeedState>();
    for (var row : projections.needs(page.stream().map(it -> it.state().needId()).toList())) {
      var state = row.state();
      if (state != null) {
        needs.put(row.id(), state);
      }
    }
    var firms =
        projections.organisations(
            needs.values().stream().map(NeedState::organisationId).distinct().toList());
    var items = new ArrayList<Item>();
    for (var match : page) {
      var need = needs.get(match.state().needId());
      if (need != null) {
        var card = Cards.NeedCard.of(need, firms.get(need.organisationId()), reader);
        items.add(new Item(MatchView.forOwner(match), card));
      }
    }
    return items;
  }
}

package dev.musubi.matching.web;

import dev.musubi.http.Cursor;
import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidParameter;
import dev.musubi.http.NotFound;
import dev.musubi.http.Page;
import dev.musubi.http.PageQuery;
import dev.musubi.matching.application.Glosses;
import dev.musubi.matching.application.Visibility;
import dev.musubi.matching.domain.Match;
import dev.musubi.matching.persistence.AlertLog;
import dev.musubi.matching.persistence.Matches;
import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.search.ListingCard;
import dev.musubi.model.Language;
import dev.musubi.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Listings that fit a need, for the firm. */
@RestController
@Tag(name = "matches")
class NeedMatches {
  private final Matches matches;
  private final AlertLog log;
  private final Projections projections;
  private final Visibility visibility;
  private final Cards cards;

  NeedMatches(
      Matches matches, AlertLog log, Projections projections, Visibility visibility, Cards cards) {
    this.log = log;
    this.matches = matches;
    this.projections = projections;
    this.visibility = visibility;
    this.cards = cards;
  }

  /**
   * One match with its listing in short.
   *
   * @param titleGloss the title's words in the reader's language, made by a dictionary; null when
   *     the title is in it
   */
  record Item(MatchView match, ListingCard listing, Glosses.@Nullable Gloss titleGloss) {}

  /**
   * A page, the best first.
   *
   * @param total standing matches
   * @param unalerted those of them that a new listing brought and nobody was alerted of
   * @param matchedVersion version of the need that was matched last; null: not yet
   */
  record Answer(
      List<Item> items,
      @Nullable String next,
      long total,
      long unalerted,
      @Nullable Long matchedVersion) {}

  @GetMapping("/api/v1/needs/{id}/matches")
  @Operation(summary = "Open patents that fit a need, the best first")
  Answer matches(
      @PathVariable UUID id,
      @Parameter(description = "true: only those that came without an alert")
          @RequestParam(defaultValue = "false")
          boolean unalerted,
      PageQuery page,
      Caller caller,
      Locale locale) {
    var need =
        projections
            .need(id)
            .map(Projections.NeedRow::state)
            .filter(it -> visibility.maySee(caller, it))
            .orElseThrow(NotFound::new);
    var after = after(page.cursor());
    var rows =
        unalerted
            ? log.pageOfUnalerted(id, after, page.limitAndOne())
            : matches.pageOfNeed(id, after, page.limitAndOne());
    var cut = Page.of(rows, page.limit(), NeedMatches::cursor);
    var listings = new HashMap<UUID, ListingCard>();
    var ids = cut.items().stream().map(it -> it.state().listingId()).toList();
    for (var row : projections.listings(ids)) {
      cards.of(row, Language.of(locale)).ifPresent(it -> listings.put(row.id(), it));
    }
    var items =
        cut.items().stream()
            .flatMap(
                it ->
                    cards.pair(
                        MatchView.forFirm(it),
                        listings.get(it.state().listingId()),
                        Language.of(locale)))
            .toList();
    return new Answer(
        items,
        cut.next(),
        matches.countOfNeed(need.id()),
        log.countUnalerted(need.id()),
        cards.matchedVersion(need.id()));
  }

  static Cursor cursor(Match match) {
    return Cursor.of(match.fused(), match.state().id());
  }

  static Matches.@Nullable After after(@Nullable Cursor cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      return new Matches.After(Double.parseDouble(cursor.text(0)), cursor.uuid(1));
    } catch (NumberFormatException wrong) {
      throw new InvalidParameter(new FieldError("cursor", "cursor"));
    }
  }
}

package dev.musubi.matching.web;

import dev.musubi.http.ApiBody;
import dev.musubi.http.Cursor;
import dev.musubi.http.FieldError;
import dev.musubi.http.InvalidInput;
import dev.musubi.http.InvalidParameter;
import dev.musubi.http.PageQuery;
import dev.musubi.matching.application.Glosses;
import dev.musubi.matching.application.SearchListings;
import dev.musubi.matching.application.SearchListings.Sort;
import dev.musubi.matching.search.Facets;
import dev.musubi.matching.search.ListingCard;
import dev.musubi.matching.search.ListingFilters;
import dev.musubi.model.Language;
import dev.musubi.model.event.ListingState.Offer;
import dev.musubi.model.event.MatchState.Reason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The public search. */
@RestController
@Tag(name = "search")
class ListingSearch {
  private static final int MOST_YEARS = 30;

  private final SearchListings search;
  private final Glosses glosses;

  ListingSearch(SearchListings search, Glosses glosses) {
    this.glosses = glosses;
    this.search = search;
  }

  /**
   * One listing found, with marked words and reasons.
   *
   * @param titleGloss the title's words in the reader's language, made by a dictionary; null when
   *     the title is in it
   */
  record Hit(
      String listingId,
      String title,
      String titleLang,
      Glosses.@Nullable Gloss titleGloss,
      @Nullable String summary,
      ListingCard.Organisation organisation,
      double score,
      Map<String, List<String>> highlights,
      List<Reason> reasons,
      List<String> licenceKinds,
      List<String> ipc,
      List<String> fields,
      @Nullable Double remainingYears,
      boolean sample) {
    static Hit of(SearchListings.Hit hit, Glosses glosses, Language reader) {
      var card = hit.card();
      return new Hit(
          card.id(),
          card.title(),
          card.titleLang(),
          glosses.of(card.title(), card.titleLang(), reader).orElse(null),
          card.summary(),
          card.organisation(),
          hit.score(),
          hit.highlights(),
          hit.reasons(),
          card.licenceKinds(),
          card.ipc(),
          card.fields(),
          card.remainingYears(),
          card.sample());
    }
  }

  /**
   * A page of what was found.
   *
   * @param total how many listings have the words, under all filters
   * @param facets counts for further narrowing
   * @param corrected words that were looked for instead of typed ones that no listing has
   * @param notice "no-words" when the text holds nothing to look for
   * @param legs how each ranking fared: "ok", "away", "late", "not-ready"
   */
  record Result(
      String query,
      long total,
      List<Hit> hits,
      Map<String, List<Facets.Value>> facets,
      List<String> suggestions,
      @Nullable String corrected,
      @Nullable String notice,
      Map<String, String> legs,
      @Nullable String next) {}

  @GetMapping("/api/v1/search/listings")
  @Operation(summary = "Search open patents, by words or by a need in plain language")
  Result byParameters(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String lang,
      @RequestParam(defaultValue = "") List<String> licence,
      @RequestParam(defaultValue = "") List<String> prefecture,
      @RequestParam(defaultValue = "") List<String> field,
      @RequestParam(defaultValue = "") List<String> ipc,
      @Parameter(description = "Years that the right must still live, 0 to 30")
          @RequestParam(name = "remaining_years_min", required = false)
          @Nullable Integer remainingYearsMin,
      @Parameter(description = "relevance, newest or remaining")
          @RequestParam(defaultValue = "relevance")
          String sort,
      PageQuery page,
      Locale locale) {
    var errors = new ArrayList<FieldError>();
    check(licence, remainingYearsMin, sort, lang, "", errors);
    if (!errors.isEmpty()) {
      throw new InvalidParameter(errors);
    }
    var filters = new ListingFilters(licence, prefecture, field, ipc, remainingYearsMin);
    return answer(q, reader(lang, locale), filters, sort, page.cursor(), page.limit());
  }

  /**
   * For long texts, which a query string would not carry and a log should not keep.
   *
   * @param q a whole text; its first 20,000 characters are read for words
   */
  record Body(
      @Nullable @Size(max = 300_000) String q,
      @Nullable String lang,
      @Nullable List<String> licence,
      @Nullable List<String> prefecture,
      @Nullable List<String> field,
      @Nullable List<String> ipc,
      @Nullable Integer remainingYearsMin,
      @Nullable String sort,
      @Nullable String cursor,
      @Nullable @Min(1) @Max(100) Integer limit) {}

  @PostMapping("/api/v1/search/listings")
  @Operation(summary = "Search open patents by a long text")
  Result byBody(@ApiBody Body body, Locale locale) {
    var sort = body.sort() == null ? "relevance" : body.sort();
    var licence = orNone(body.licence());
    var errors = new ArrayList<FieldError>();
    check(licence, body.remainingYearsMin(), sort, body.lang(), "/", errors);
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    var filters =
        new ListingFilters(
            licence,
            orNone(body.prefecture()),
            orNone(body.field()),
            orNone(body.ipc()),
            body.remainingYearsMin());
    var limit = body.limit() == null ? PageQuery.DEFAULT_LIMIT : body.limit();
    var cursor = body.cursor() == null ? null : Cursor.decode(body.cursor());
    var q = body.q() == null ? "" : body.q();
    return answer(q, reader(body.lang(), locale), filters, sort, cursor, limit);
  }

  private Result answer(
      String q,
      Language reader,
      ListingFilters filters,
      String sort,
      @Nullable Cursor cursor,
      int limit) {
    var order = Sort.valueOf(sort.toUpperCase(Locale.ROOT));
    var found = search.search(new SearchListings.Query(q, reader, filters, order, cursor, limit));
    return new Result(
        q,
        found.total(),
        found.hits().stream().map(it -> Hit.of(it, glosses, reader)).toList(),
        found.facets(),
        found.suggestions(),
        found.corrected(),
        found.notice(),
        found.legs(),
        found.next());
  }

  private static void check(
      List<String> licence,
      @Nullable Integer years,
      String sort,
      @Nullable String lang,
      String root,
      List<FieldError> errors) {
    var kinds = Arrays.stream(Offer.Kind.values()).map(Enum::name).toList();
    if (!kinds.containsAll(licence)) {
      errors.add(new FieldError(root + "licence", "choice", String.join(", ", kinds)));
    }
    if (years != null && (years < 0 || years > MOST_YEARS)) {
      var name = root.isEmpty() ? "remaining_years_min" : "/remainingYearsMin";
      errors.add(new FieldError(name, "range", 0, MOST_YEARS));
    }
    var sorts = Arrays.stream(Sort.values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
    if (!sorts.contains(sort)) {
      errors.add(new FieldError(root + "sort", "choice", String.join(", ", sorts)));
    }
    if (lang != null && Language.find(lang).isEmpty()) {
      errors.add(new FieldError(root + "lang", "choice", "ja, en"));
    }
  }

  private static Language reader(@Nullable String lang, Locale locale) {
    return lang == null ? Language.of(locale) : Language.parse(lang);
  }

  private static List<String> orNone(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }
}

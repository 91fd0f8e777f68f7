package dev.musubi.matching.application;

import dev.musubi.http.Cursor;
import dev.musubi.matching.domain.Reasons;
import dev.musubi.matching.scoring.Asked;
import dev.musubi.matching.scoring.ElementReasons;
import dev.musubi.matching.scoring.Evidence;
import dev.musubi.matching.scoring.Filter;
import dev.musubi.matching.scoring.Question;
import dev.musubi.matching.scoring.Ranked;
import dev.musubi.matching.scoring.Ranking;
import dev.musubi.matching.scoring.Scored;
import dev.musubi.matching.scoring.TextFilter;
import dev.musubi.matching.scoring.TextLeg;
import dev.musubi.matching.search.Facets;
import dev.musubi.matching.search.FiveElements;
import dev.musubi.matching.search.ListingCard;
import dev.musubi.matching.search.ListingFilters;
import dev.musubi.matching.search.MatchingIndices;
import dev.musubi.model.Language;
import dev.musubi.model.event.MatchState.Reason;
import dev.musubi.model.event.NeedState.Elements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Answers whoever looks for open patents, with a need in plain words or with a few keywords. */
@Component
public class SearchListings {
  /** Nobody reads further; who wants all of them sorts by date. */
  private static final int WINDOW = 500;

  private static final int HANDFUL = 8;

  private final MatchingIndices indices;
  private final Ranking ranking;
  private final TypingMistakes mistakes;
  private final Judgement judgement;

  SearchListings(
      MatchingIndices indices,
      Ranking searchRanking,
      TypingMistakes mistakes,
      Judgement judgement) {
    this.indices = indices;
    this.ranking = searchRanking;
    this.mistakes = mistakes;
    this.judgement = judgement;
  }

  /** Orders of the result. */
  public enum Sort {
    RELEVANCE,
    NEWEST,
    REMAINING
  }

  /**
   * What is asked.
   *
   * @param q words or a whole text; empty: everything, newest first
   * @param reader language in which titles are wanted
   */
  public record Query(
      String q,
      Language reader,
      ListingFilters filters,
      Sort sort,
      @Nullable Cursor cursor,
      int limit) {}

  /** One listing found. */
  public record Hit(
      ListingCard card, double score, Map<String, List<String>> highlights, List<Reason> reasons) {}

  /**
   * @param corrected the words that were looked for instead, when typed ones are unknown
   * @param notice "no-words" when the text has nothing to look for, else null
   * @param legs how each ranking fared
   */
  public record Answer(
      long total,
      List<Hit> hits,
      Map<String, List<Facets.Value>> facets,
      List<String> suggestions,
      @Nullable String corrected,
      @Nullable String notice,
      Map<String, String> legs,
      @Nullable String next) {}

  /** Searches. */
  public Answer search(Query query) {
    var today = judgement.today();
    var text = TypedText.clean(query.q());
    if (text.isEmpty()) {
      var sorted = query.sort() == Sort.RELEVANCE ? Sort.NEWEST : query.sort();
      return sorted(query, sorted, null, today);
    }
    var read = read(text);
    Legs.requireText(read.asked().reports());
    if (!TextFilter.hasWords(read.asked())) {
      return nothing(read);
    }
    return query.sort() == Sort.RELEVANCE
        ? ranked(query, read, today)
        : sorted(query, query.sort(), read, today);
  }

  /** A question, after typing mistakes. */
  private record Read(Asked asked, @Nullable String corrected, List<String> suggestions) {}

  private Read read(String text) {
    var asked = ranking.ask(Question.words(text));
    var mended = mistakes.mend(text, asked);
    return mended.corrected() == null
        ? new Read(asked, null, mended.suggestions())
        : new Read(
            ranking.ask(Question.words(mended.corrected())),
            mended.corrected(),
            mended.suggestions());
  }

  private static Answer nothing(Read read) {
    return new Answer(
        0, List.of(), Map.of(), List.of(), null, "no-words", read.asked().reports(), null);
  }

  private Answer ranked(Query query, Read read, LocalDate today) {
    var filters = query.filters().clauses(today);
    var found = found(read.asked(), filters, today);
    var clauses = new ArrayList<>(filters.values());
    clauses.add(found.clause());
    var ranked = ranking.rank(read.asked(), WINDOW, new Filter(clauses));
    Legs.requireText(ranked.legs());
    var page = after(ranked.documents(), query.cursor(), query.limit() + 1);
    var shown = page.subList(0, Math.min(page.size(), query.limit()));
    var hits = hits(query, read.asked(), ranked, shown, today);
    var next = page.size() > query.limit() ? cursor(shown.getLast()).encode() : null;
    return new Answer(
        found.total(),
        hits,
        found.facets(),
        read.suggestions(),
        read.corrected(),
        null,
        ranked.legs(),
        next);
  }

  /** What counts as found, how much of it there is, and by which facets it can be narrowed. */
  private record Found(JsonNode clause, long total, Map<String, List<Facets.Value>> facets) {}

  /**
   * Who types a few words wants what has most of them, if anything has. Who describes something
   * wants to see what comes nearest, and a handful of exact hits is not enough to look at.
   */
  private Found found(Asked asked, Map<String, JsonNode> filters, LocalDate today) {
    var strict = count(TextFilter.found(asked, true), filters, today);
    var enough = TextFilter.isDescription(asked) ? HANDFUL : 1;
    return strict.total() >= enough
        ? strict
        : count(TextFilter.found(asked, false), filters, today);
  }

  private Found count(JsonNode clause, Map<String, JsonNode> filters, LocalDate today) {
    var answer = indices.listings().search(Facets.request(List.of(clause), filters, today));
    return new Found(clause, Facets.total(answer), Facets.read(answer));
  }

  private static Cursor cursor(Scored last) {
    return Cursor.of(Pages.name(Sort.RELEVANCE), last.fused(), last.id());
  }

  private static List<Scored> after(List<Scored> all, @Nullable Cursor cursor, int limit) {
    if (cursor == null) {
      return all.subList(0, Math.min(all.size(), limit));
    }
    var fused = Pages.score(cursor);
    var id = cursor.text(2);
    return all.stream()
        .filter(it -> it.fused() < fused || (it.fused() == fused && it.id().compareTo(id) > 0))
        .limit(limit)
        .toList();
  }

  private List<Hit> hits(
      Query query, Asked asked, Ranked ranked, List<Scored> shown, LocalDate today) {
    var ids = shown.stream().map(Scored::id).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, List<Evidence>> evidence = ranking.evidence(List.of(ranked.kept()), ids).getFirst();
    var documents = new HashMap<String, JsonNode>();
    var answer = indices.listings().search(Pages.byIds(ids, asked));
    answer.path("hits").path("hits").forEach(it -> documents.put(it.path("_id").asString(), it));
    var drawn = drawn(query.q(), asked);
    var hits = new ArrayList<Hit>();
    for (var one : shown) {
      var document = documents.get(one.id());
      if (document != null) {
        hits.add(
            new Hit(
                ListingCard.of(document.path("_source"), query.reader(), today),
                Math.round(Scored.shown(one.fused()) * 10_000) / 10_000.0,
                ListingCard.highlights(document.path("highlight")),
                reasons(drawn, document.path("_source"), evidence.get(one.id()))));
      }
    }
    return hits;
  }

  /** Elements of a description; a few typed words name none. */
  private static @Nullable Elements drawn(String text, Asked asked) {
    return TextFilter.isDescription(asked) ? FiveElements.of(text) : null;
  }

  private static List<Reason> reasons(
      @Nullable Elements drawn, JsonNode source, @Nullable List<Evidence> evidence) {
    var met = evidence == null ? List.<Evidence>of() : evidence;
    var reasons = new ArrayList<>(Reasons.words(met));
    if (drawn != null) {
      reasons.addAll(ElementReasons.of(drawn, FiveElements.of(source), met));
    }
    return reasons;
  }

  private Answer sorted(Query query, Sort sort, @Nullable Read read, LocalDate today) {
    var filters = query.filters().clauses(today);
    var clauses = new ArrayList<JsonNode>();
    if (read != null) {
      clauses.add(found(read.asked(), filters, today).clause());
    }
    var facets = indices.listings().search(Facets.request(clauses, filters, today));
    clauses.addAll(filters.values());
    var asked = read == null ? null : read.asked();
    var request = Pages.sorted(clauses, sort, query.cursor(), query.limit() + 1, asked);
    var rows = new ArrayList<JsonNode>();
    indices.listings().search(request).path("hits").path("hits").forEach(rows::add);
    var shown = rows.subList(0, Math.min(rows.size(), query.limit()));
    var hits = shown.stream().map(it -> unranked(it, query, today)).toList();
    var next = rows.size() > query.limit() ? Pages.cursor(sort, shown.getLast()).encode() : null;
    return new Answer(
        Facets.total(facets),
        hits,
        Facets.read(facets),
        List.of(),
        read == null ? null : read.corrected(),
        null,
        read == null ? Map.of(TextLeg.NAME, "ok") : read.asked().reports(),
        next);
  }

  private static Hit unranked(JsonNode row, Query query, LocalDate today) {
    var card = ListingCard.of(row.path("_source"), query.reader(), today);
    return new Hit(card, 0, ListingCard.highlights(row.path("highlight")), List.of());
  }
}

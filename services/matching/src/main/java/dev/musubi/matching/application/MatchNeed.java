package dev.musubi.matching.application;

import dev.musubi.matching.MatchingSettings;
import dev.musubi.matching.application.Judgement.Judged;
import dev.musubi.matching.domain.Match;
import dev.musubi.matching.persistence.Matches;
import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.persistence.Projections.ListingRow;
import dev.musubi.matching.persistence.Rankings;
import dev.musubi.matching.scoring.Evidence;
import dev.musubi.matching.scoring.Filter;
import dev.musubi.matching.scoring.Kept;
import dev.musubi.matching.scoring.Ranked;
import dev.musubi.matching.scoring.Ranking;
import dev.musubi.matching.scoring.Scored;
import dev.musubi.matching.search.NeedDocument;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState.FoundBy;
import dev.musubi.model.event.NeedState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ranks a need against all open listings and makes its pairs what the ranking says. */
@Component
class MatchNeed {
  private final Ranking ranking;
  private final Projections projections;
  private final Rankings rankings;
  private final Matches matches;
  private final Judgement judgement;
  private final Pairs pairs;
  private final MatchingSettings settings;
  private final LearnFromAnswers learn;
  private final Alerting alerting;

  MatchNeed(
      Ranking listingRanking,
      Projections projections,
      Rankings rankings,
      Matches matches,
      Judgement judgement,
      Pairs pairs,
      MatchingSettings settings,
      LearnFromAnswers learn,
      Alerting alerting) {
    this.alerting = alerting;
    this.learn = learn;
    this.ranking = listingRanking;
    this.projections = projections;
    this.rankings = rankings;
    this.matches = matches;
    this.judgement = judgement;
    this.pairs = pairs;
    this.settings = settings;
  }

  /** In the caller's transaction. */
  void run(UUID id) {
    var row = projections.need(id).orElse(null);
    if (row == null || !row.active() || row.state() == null) {
      return;
    }
    var need = row.state();
    var asked = learn.apply(id, ranking.ask(NeedDocument.question(need)));
    var ranked = ranking.rank(asked, settings.matchesPerNeed(), Filter.NONE);
    Legs.requireText(ranked.legs());
    var standing = matches.standingListings(id);
    var judged = judge(need, withStanding(standing, ranked));
    var evidence = evidence(ranked.kept(), judged);
    var sample = alerting.sample(ranked.kept());
    var state = rankings.lock(id).orElse(null);
    if (state == null || !state.active() || state.version() != need.version()) {
      // It changed meanwhile; the change has brought a task of its own.
      return;
    }
    write(need, state, judged, evidence, alerting.bar(need, sample), Set.copyOf(standing));
    rankings.keep(id, ranked.kept().json(), need.version(), ranking.algorithm(), sample);
  }

  /** The best listings, and those that stand already and were not among them. */
  private List<Scored> withStanding(Collection<UUID> pairs, Ranked ranked) {
    var listed = ranked.documents().stream().map(Scored::id).collect(Collectors.toSet());
    var others = pairs.stream().map(UUID::toString).filter(it -> !listed.contains(it)).toList();
    if (others.isEmpty()) {
      return ranked.documents();
    }
    var scores = ranking.score(List.of(ranked.kept()), others);
    Legs.requireText(scores.reports());
    var standing = scores.values().getFirst().values();
    return Stream.concat(ranked.documents().stream(), standing.stream()).toList();
  }

  private List<Judged> judge(NeedState need, List<Scored> scored) {
    var ids = scored.stream().map(it -> UUID.fromString(it.id())).toList();
    var open = new HashMap<String, ListingState>();
    for (var row : projections.listings(ids)) {
      var state = row.state();
      if (row.open() && state != null) {
        open.put(row.id().toString(), state);
      }
    }
    return scored.stream()
        .flatMap(it -> judge(need, open.get(it.id()), it))
        .filter(it -> it.fused() >= settings.leastScore())
        .sorted(Comparator.comparingDouble(Judged::fused).reversed())
        .limit(settings.matchesPerNeed())
        .toList();
  }

  private Stream<Judged> judge(NeedState need, @Nullable ListingState listing, Scored scored) {
    return listing == null ? Stream.empty() : Stream.of(judgement.judge(need, listing, scored));
  }

  private Map<String, List<Evidence>> evidence(Kept kept, List<Judged> judged) {
    var ids = judged.stream().map(it -> it.scored().id()).toList();
    return ids.isEmpty() ? Map.of() : ranking.evidence(List.of(kept), ids).getFirst();
  }

  private void write(
      NeedState need,
      Rankings.Ranking state,
      List<Judged> judged,
      Map<String, List<Evidence>> evidence,
      Alerting.Bar bar,
      Set<UUID> judgedBefore) {
    var open = rankings.shareOpenListings(judged.stream().map(it -> it.listing().id()).toList());
    var before = new HashMap<UUID, Match>();
    matches.lockOfNeed(need.id()).forEach(it -> before.put(it.state().listingId(), it));
    var standing = new ArrayList<Pairs.Standing>();
    for (var one : judged) {
      var offered = open.get(one.listing().id());
      if (offered == null) {
        continue;
      }
      var known = Optional.ofNullable(before.get(one.listing().id()));
      var foundBy = foundBy(need, state, offered.arrivedAt());
      var news = known.map(it -> it.isNews(one.listing(), one.legs())).orElse(true);
      var kept = known.filter(Match::active).map(it -> it.state().foundBy()).orElse(foundBy);
      var worth = kept == FoundBy.LISTING && news && bar.takes(one);
      var words = evidence.getOrDefault(one.scored().id(), List.of());
      var verdict = judgement.verdict(one, standing.size() + 1, ranking.algorithm(), words, worth);
      standing.add(new Pairs.Standing(need, one.listing(), verdict, foundBy, known));
    }
    pairs.stand(standing);
    var stands = standing.stream().map(it -> it.listing().id()).collect(Collectors.toSet());
    pairs.end(
        before.values().stream()
            .filter(it -> it.active() && !stands.contains(it.state().listingId()))
            .filter(it -> mayEnd(it.state().listingId(), judgedBefore))
            .filter(it -> !(it.kept() && isOpen(it.state().listingId())))
            .toList());
  }

  /**
   * A listing that began to stand while this ranking was under way was not judged by it: it is
   * newer than what the ranking saw.
   */
  private boolean mayEnd(UUID listing, Set<UUID> judged) {
    return judged.contains(listing) || !isOpen(listing);
  }

  private boolean isOpen(UUID listing) {
    return projections.listing(listing).map(ListingRow::open).orElse(false);
  }

  /** A first list is the need's doing; later it is the listing's, if it came since. */
  private static FoundBy foundBy(NeedState need, Rankings.Ranking before, Instant arrived) {
    Long matched = before.matchedVersion();
    @Nullable Instant at = before.matchedAt();
    if (matched == null || at == null || matched != need.version()) {
      return FoundBy.NEED;
    }
    return arrived.isAfter(at) ? FoundBy.LISTING : FoundBy.REBUILD;
  }
}

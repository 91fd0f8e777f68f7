package dev.musubi.matching.application;

import dev.musubi.matching.MatchingSettings;
import dev.musubi.matching.application.Judgement.Judged;
import dev.musubi.matching.persistence.Matches;
import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.persistence.Rankings;
import dev.musubi.matching.persistence.Tasks;
import dev.musubi.matching.persistence.Tasks.Cause;
import dev.musubi.matching.persistence.Tasks.Kind;
import dev.musubi.matching.scoring.Evidence;
import dev.musubi.matching.scoring.Filter;
import dev.musubi.matching.scoring.Kept;
import dev.musubi.matching.scoring.Ranking;
import dev.musubi.matching.search.ListingDocument;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.MatchState.FoundBy;
import dev.musubi.model.event.NeedState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Finds the needs that a listing fits: the listing asks the index of needs for those that speak of
 * the same, and each of these then judges the listing on its own scale.
 */
@Component
class MatchListing {
  private final Ranking needRanking;
  private final Ranking listingRanking;
  private final Projections projections;
  private final Rankings rankings;
  private final Matches matches;
  private final Judgement judgement;
  private final Alerting alerting;
  private final Pairs pairs;
  private final Tasks tasks;
  private final MatchingSettings settings;

  MatchListing(
      Ranking needRanking,
      Ranking listingRanking,
      Projections projections,
      Rankings rankings,
      Matches matches,
      Judgement judgement,
      Alerting alerting,
      Pairs pairs,
      Tasks tasks,
      MatchingSettings settings) {
    this.needRanking = needRanking;
    this.listingRanking = listingRanking;
    this.projections = projections;
    this.rankings = rankings;
    this.matches = matches;
    this.judgement = judgement;
    this.alerting = alerting;
    this.pairs = pairs;
    this.tasks = tasks;
    this.settings = settings;
  }

  /** A need that may fit, with the scale on which it judges. */
  private record Judge(NeedState need, Kept kept) {}

  /**
   * Needs that may fit.
   *
   * @param unranked those that have no scale yet
   */
  private record Recalled(List<Judge> judges, List<UUID> unranked) {}

  /** A need and what it says of the listing. */
  private record Opinion(NeedState need, Judged judged, List<Evidence> evidence) {}

  /** In the caller's transaction. */
  void run(UUID id) {
    var row = projections.listing(id).orElse(null);
    if (row == null || !row.open() || row.state() == null) {
      return;
    }
    var listing = row.state();
    var recalled = recall(listing);
    if (!recalled.judges().isEmpty()) {
      write(listing, opinions(listing, recalled.judges()));
    }
    // At the end: what waits is held until then, and whoever comes meanwhile adds it once more.
    tasks.addUnlessWaiting(Kind.MATCH_NEED, recalled.unranked(), Cause.LISTING);
  }

  /**
   * Needs of like words, and those with which the listing stands already. One that has not been
   * ranked in its present version is left to a ranking that begins later than now: one that is
   * under way may have looked before this listing could be seen.
   */
  private Recalled recall(ListingState listing) {
    var question = ListingDocument.question(listing);
    var like = needRanking.rank(question, settings.candidates(), Filter.NONE);
    Legs.requireText(like.legs());
    var ids = new LinkedHashSet<UUID>();
    like.documents().forEach(it -> ids.add(UUID.fromString(it.id())));
    ids.addAll(matches.needsOf(listing.id()));
    var ranked = rankings.find(ids);
    var judges = new ArrayList<Judge>();
    var unranked = new ArrayList<UUID>();
    for (var row : projections.needs(ids)) {
      var state = row.state();
      var ranking = ranked.get(row.id());
      var kept = ranking == null ? null : keptFor(ranking, row.version());
      if (state != null && row.active() && kept != null) {
        judges.add(new Judge(state, Kept.read(kept, listingRanking.legs())));
      } else if (row.active()) {
        unranked.add(row.id());
      }
    }
    return new Recalled(judges, unranked);
  }

  private static @Nullable JsonNode keptFor(Rankings.Ranking ranking, long version) {
    Long matched = ranking.matchedVersion();
    return matched != null && matched == version ? ranking.kept() : null;
  }

  private List<Opinion> opinions(ListingState listing, List<Judge> judges) {
    var id = listing.id().toString();
    var kept = judges.stream().map(Judge::kept).toList();
    var scores = listingRanking.score(kept, List.of(id));
    Legs.requireText(scores.reports());
    var fitting = new ArrayList<Judge>();
    var judged = new ArrayList<Judged>();
    for (var i = 0; i < judges.size(); i++) {
      var scored = scores.values().get(i).get(id);
      if (scored != null) {
        fitting.add(judges.get(i));
        judged.add(judgement.judge(judges.get(i).need(), listing, scored));
      }
    }
    var evidence = evidence(id, fitting, judged);
    var opinions = new ArrayList<Opinion>();
    for (var i = 0; i < fitting.size(); i++) {
      opinions.add(new Opinion(fitting.get(i).need(), judged.get(i), evidence.get(i)));
    }
    return opinions;
  }

  /** Reasons only of those that can stand; the request grows with their number. */
  private List<List<Evidence>> evidence(String id, List<Judge> judges, List<Judged> judged) {
    var standing = new ArrayList<Kept>();
    for (var i = 0; i < judges.size(); i++) {
      if (judged.get(i).fused() >= settings.leastScore()) {
        standing.add(judges.get(i).kept());
      }
    }
    var found = listingRanking.evidence(standing, List.of(id)).iterator();
    var evidence = new ArrayList<List<Evidence>>();
    for (var one : judged) {
      evidence.add(
          one.fused() >= settings.leastScore()
              ? found.next().getOrDefault(id, List.of())
              : List.of());
    }
    return evidence;
  }

  private void write(ListingState listing, List<Opinion> opinions) {
    var inOrder =
        opinions.stream()
            .sorted(Comparator.comparing((Opinion it) -> it.need().id().toString()))
            .toList();
    Map<UUID, Rankings.Ranking> now =
        rankings.lock(inOrder.stream().map(it -> it.need().id()).toList());
    if (rankings.shareOpenListings(List.of(listing.id())).isEmpty()) {
      return;
    }
    for (var opinion : inOrder) {
      var ranking = now.get(opinion.need().id());
      if (ranking != null && ranking.active() && ranking.version() == opinion.need().version()) {
        write(listing, opinion, ranking);
      }
    }
  }

  private void write(ListingState listing, Opinion opinion, Rankings.Ranking ranking) {
    var need = opinion.need();
    var judged = opinion.judged();
    var before = matches.lockPair(need.id(), listing.id());
    var stands = before.isPresent() && before.get().active();
    if (judged.fused() < settings.leastScore()) {
      before.filter(it -> it.active() && !it.kept()).ifPresent(it -> pairs.end(List.of(it)));
      return;
    }
    if (!stands && !makeRoom(need.id(), judged.fused())) {
      return;
    }
    var news = before.map(it -> it.isNews(listing, judged.legs())).orElse(true);
    var worth = news && alerting.bar(need, ranking.sample()).takes(judged);
    var rank = matches.rank(need.id(), judged.fused());
    var verdict =
        judgement.verdict(judged, rank, listingRanking.algorithm(), opinion.evidence(), worth);
    pairs.stand(List.of(new Pairs.Standing(need, listing, verdict, FoundBy.LISTING, before)));
  }

  /** A full list gives up its weakest pair, with an event, if that is weaker. */
  private boolean makeRoom(UUID need, double fused) {
    var standing = matches.standing(need);
    if (standing.pairs() < settings.matchesPerNeed()) {
      return true;
    }
    Double weakest = standing.weakest();
    if (weakest == null || weakest >= fused) {
      return false;
    }
    Optional.of(need).flatMap(matches::lockWeakest).ifPresent(it -> pairs.end(List.of(it)));
    return true;
  }
}

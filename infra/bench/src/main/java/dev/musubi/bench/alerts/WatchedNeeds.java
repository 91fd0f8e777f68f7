package dev.musubi.bench.alerts;

import dev.musubi.bench.BenchElasticsearch;
import dev.musubi.bench.Texts;
import dev.musubi.bench.alerts.Watched.Arrival;
import dev.musubi.bench.quality.Collection;
import dev.musubi.bench.quality.CollectionIndex;
import dev.musubi.bench.quality.Half;
import dev.musubi.bench.quality.ProductLegs;
import dev.musubi.bench.quality.Progress;
import dev.musubi.bench.quality.Query;
import dev.musubi.embedding.Embedder;
import dev.musubi.matching.scoring.Filter;
import dev.musubi.matching.scoring.Fusion;
import dev.musubi.matching.scoring.Kept;
import dev.musubi.matching.scoring.Ranking;
import dev.musubi.matching.scoring.Scored;
import dev.musubi.matching.scoring.VectorLeg;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * Needs of a collection over half of its documents, to which the other half then comes one by one
 * in an order by chance; and the same with the halves changed, so that every known answer comes
 * once. Scores are the product's own: each need keeps the scale of its first ranking.
 */
final class WatchedNeeds {
  private static final int HEAP = 1024;
  private static final int LISTED = 100;
  private static final int SAMPLED = 1_000;
  private static final int AT_ONCE = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Collection collection;
  private final int days;
  private final PrintWriter told;
  private final Map<String, String> documentOf = new HashMap<>();

  WatchedNeeds(Collection collection, int days, PrintWriter told) {
    this.collection = collection;
    this.days = days;
    this.told = told;
  }

  List<Watched> watch() {
    var legs = ProductLegs.shipped(told, true);
    try (var elasticsearch = BenchElasticsearch.start(HEAP)) {
      var index = new CollectionIndex(elasticsearch.engine(), "alerts");
      index.fill(collection, legs.embedder());
      try (var ranking =
          new Ranking(legs.over(index.indices().listings()), Fusion.shipped(), PATIENCE)) {
        return watch(ranking);
      }
    } finally {
      legs.embedder().ifPresent(Embedder::close);
    }
  }

  private List<Watched> watch(Ranking ranking) {
    var queries = collection.queries();
    var progress = new Progress(told, Texts.of("progress.asking"), 2 * queries.size());
    var watched = new ArrayList<Watched>();
    for (var fold = 0; fold < 2; fold++) {
      var stock = half(fold);
      var coming = half(1 - fold);
      for (var query : queries) {
        watched.add(watch(query, fold, stock, coming, ranking));
        progress.at(watched.size());
      }
    }
    return watched;
  }

  /** Listings by a digit of their document's hash. */
  private List<String> half(int fold) {
    var ids = new ArrayList<String>();
    for (var document : collection.documents().values()) {
      var listing = document.listingId().toString();
      documentOf.put(listing, document.id());
      if (Character.digit(Half.hash(document.id()).charAt(5), 16) % 2 == fold) {
        ids.add(listing);
      }
    }
    return ids.stream().sorted().toList();
  }

  private Watched watch(
      Query query, int fold, List<String> stock, List<String> coming, Ranking ranking) {
    var kept = ranking.rank(query.question(), LISTED, among(stock)).kept();
    var sample = scores(ranking, kept, stock.subList(0, Math.min(SAMPLED, stock.size())));
    var arrivals = new ArrayList<Arrival>();
    var answers = collection.grades(query);
    for (var one : scores(ranking, kept, coming)) {
      var document = documentOf.getOrDefault(one.id(), one.id());
      arrivals.add(new Arrival(0, one.fused(), cosine(kept, one), answers.containsKey(document)));
    }
    return new Watched(
        sample.stream().map(Scored::fused).toList(), inOrder(query.id() + fold, arrivals));
  }

  /** By chance, but the same in every run. */
  private List<Arrival> inOrder(String seed, List<Arrival> arrivals) {
    Collections.shuffle(arrivals, new Random(seed.hashCode()));
    var dated = new ArrayList<Arrival>();
    for (var one : arrivals) {
      var day = (dated.size() + 0.5) * days / arrivals.size();
      dated.add(new Arrival(day, one.fused(), one.cosine(), one.answer()));
    }
    return dated;
  }

  private static Filter among(List<String> ids) {
    var clause = new JsonMapper().createObjectNode();
    ids.forEach(clause.putObject("ids").putArray("values")::add);
    return new Filter(List.of(clause));
  }

  private static List<Scored> scores(Ranking ranking, Kept kept, List<String> ids) {
    var scores = new ArrayList<Scored>();
    for (var from = 0; from < ids.size(); from += AT_ONCE) {
      var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      scores.addAll(ranking.score(List.of(kept), some).values().getFirst().values());
    }
    return scores;
  }

  /** As it was before it was brought to the need's scale. */
  private static double cosine(Kept kept, Scored one) {
    var leg = kept.legs().get(VectorLeg.NAME);
    var normalised = one.legs().get(VectorLeg.NAME);
    if (leg == null || normalised == null) {
      return 0;
    }
    var scale = leg.scale();
    return scale.floor() + normalised * (scale.top() - scale.floor());
  }
}

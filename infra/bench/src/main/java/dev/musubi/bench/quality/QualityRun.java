package dev.musubi.bench.quality;

import dev.musubi.bench.BenchElasticsearch;
import dev.musubi.bench.Texts;
import dev.musubi.embedding.Embedder;
import dev.musubi.embedding.Role;
import dev.musubi.matching.scoring.Fusion;
import dev.musubi.matching.scoring.Ranking;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The product's matching over an engine of its own, asked about one collection after the other. */
final class QualityRun implements AutoCloseable {
  private static final int HEAP = 1024;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final PrintWriter told;
  private final int depth;
  private final ProductLegs legs;
  private final BenchElasticsearch elasticsearch;
  private int collections;

  /**
   * @param told where progress is told
   * @param depth how many documents each ranking may list
   * @param vectors whether the vector leg takes part
   */
  QualityRun(PrintWriter told, int depth, boolean vectors) {
    this.told = told;
    this.depth = depth;
    this.legs = ProductLegs.shipped(told, vectors);
    this.elasticsearch = BenchElasticsearch.start(HEAP);
  }

  /** All legs' answers, and those of the whole, to every question of a collection. */
  List<Trial> run(Collection collection) {
    collections++;
    var index = new CollectionIndex(elasticsearch.engine(), "bench" + collections);
    index.fill(collection, legs.embedder());
    // All at once, for what is missing is made quicker so and told of.
    legs.embedder()
        .ifPresent(
            it -> it.embed(Role.QUERY, collection.queries().stream().map(Query::text).toList()));
    var listings = index.indices().listings();
    var trials = new ArrayList<Trial>();
    try (var ranking = new Ranking(legs.over(listings), Fusion.shipped(), PATIENCE)) {
      var all = collection.queries();
      var progress = new Progress(told, Texts.of("progress.asking"), all.size());
      for (var query : all) {
        trials.add(index.ask(query, ranking, depth));
        progress.at(trials.size());
      }
    }
    return trials;
  }

  @Override
  public void close() {
    elasticsearch.close();
    legs.embedder().ifPresent(Embedder::close);
  }
}

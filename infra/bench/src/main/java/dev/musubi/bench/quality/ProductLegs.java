package dev.musubi.bench.quality;

import dev.musubi.bench.Workplace;
import dev.musubi.dictionary.Dictionary;
import dev.musubi.embedding.Embedder;
import dev.musubi.embedding.LocalEmbedder;
import dev.musubi.embedding.ModelFolder;
import dev.musubi.matching.scoring.DictionaryLeg;
import dev.musubi.matching.scoring.DictionarySettings;
import dev.musubi.matching.scoring.Leg;
import dev.musubi.matching.scoring.TextLeg;
import dev.musubi.matching.scoring.TextSettings;
import dev.musubi.matching.scoring.VectorLeg;
import dev.musubi.matching.scoring.VectorSettings;
import dev.musubi.matching.scoring.Vectors;
import dev.musubi.search.LogicalIndex;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The legs as the product ships them, with its settings, over an index of the bench.
 *
 * @param embedder empty: without the vector leg, which needs the model
 */
public record ProductLegs(Dictionary dictionary, Optional<Embedder> embedder) {
  static final List<String> NAMES = List.of(TextLeg.NAME, DictionaryLeg.NAME, VectorLeg.NAME);

  /**
   * With the shipped dictionary and, where wanted, the shipped model.
   *
   * @param told where long work is told of
   */
  public static ProductLegs shipped(PrintWriter told, boolean vectors) {
    return new ProductLegs(
        Dictionary.load(), vectors ? Optional.of(cached(told)) : Optional.empty());
  }

  private static Embedder cached(PrintWriter told) {
    var model = LocalEmbedder.load(new ModelFolder(Workplace.model()), 1);
    return new CachedEmbedder(model, new VectorFile(Workplace.folder(), model.model()), told);
  }

  /** The same legs, but every vector is made anew: for whoever measures time. */
  public ProductLegs withoutCache() {
    var maker = embedder.map(it -> it instanceof CachedEmbedder cached ? cached.maker() : it);
    return new ProductLegs(dictionary, maker);
  }

  /** All legs over one index; vectors of questions are made as they come. */
  public List<Leg> over(LogicalIndex index) {
    return over(index, embedder.map(Vectors::of));
  }

  /**
   * All legs over one index.
   *
   * @param vectors of questions; empty: without the vector leg
   */
  public List<Leg> over(LogicalIndex index, Optional<? extends Vectors> vectors) {
    var legs = new ArrayList<Leg>();
    legs.add(new TextLeg(index, TextSettings.shipped()));
    legs.add(new DictionaryLeg(index, dictionary, DictionarySettings.shipped()));
    vectors.ifPresent(it -> legs.add(new VectorLeg(index, it, VectorSettings.shipped())));
    return legs;
  }
}

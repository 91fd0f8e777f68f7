package dev.musubi.bench.goals;

import dev.musubi.bench.load.Rounds.Spread;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One thing that was measured, round by round, beside its bare counterpart in the same rounds.
 *
 * @param what key of its words, {@code goals.figure.<what>}
 * @param unit of both series, as a key {@code goals.unit.<unit>}
 * @param product one number a round
 * @param bare one number a round, or none: then the product's number is the figure
 */
record Figure(String what, String unit, List<Double> product, List<Double> bare, Goal goal) {
  Figure {
    product = List.copyOf(product);
    bare = List.copyOf(bare);
    if (product.isEmpty() || (!bare.isEmpty() && bare.size() != product.size())) {
      throw new IllegalArgumentException(what + ": a number a round of both, or of the product");
    }
  }

  boolean hasCounterpart() {
    return !bare.isEmpty();
  }

  /** Product over bare of each round; without counterpart the numbers themselves. */
  List<Double> ratios() {
    return hasCounterpart()
        ? IntStream.range(0, product.size())
            .mapToObj(round -> product.get(round) / bare.get(round))
            .toList()
        : product;
  }

  Spread spread() {
    return Spread.of(ratios());
  }

  boolean isMet() {
    return goal.isMet(spread().median());
  }
}

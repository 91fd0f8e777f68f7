package dev.musubi.matching.domain;

import java.util.Arrays;
import java.util.Collection;

/**
 * What a need gives to a fixed sample of the listings on offer, so that one score can be told from
 * another: which share of all listings would do as well? Scores of two needs do not compare, these
 * shares do. Among the best tenth of the sample the shares are read off an exponential tail, whose
 * fit is steadier than the few values themselves and reaches beyond the best of them.
 */
public final class ScoreSample {
  /** Nothing to compare with. */
  public static final ScoreSample EMPTY = new ScoreSample(new double[0]);

  private static final int TAIL = 10;
  private static final int LEAST_FOR_TAIL = 100;

  private final double[] rising;
  private final double tailFrom;
  private final double tailMean;

  private ScoreSample(double[] rising) {
    this.rising = rising;
    var tail = tail();
    this.tailFrom = tail == 0 ? Double.MAX_VALUE : rising[rising.length - 1 - tail];
    var excess = 0.0;
    for (var i = rising.length - tail; i < rising.length; i++) {
      excess += rising[i] - tailFrom;
    }
    this.tailMean = tail == 0 ? 0 : excess / tail;
  }

  public static ScoreSample of(Collection<Double> scores) {
    var rising = scores.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new ScoreSample(rising);
  }

  private int tail() {
    return rising.length < LEAST_FOR_TAIL ? 0 : rising.length / TAIL;
  }

  public int size() {
    return rising.length;
  }

  /** The scores, lowest first. */
  public double[] scores() {
    return rising.clone();
  }

  /** The share of listings that would do as well as this score, above 0 and at most 1. */
  public double share(double score) {
    var size = rising.length;
    if (score >= tailFrom && tailMean > 0) {
      return (double) tail() / size * Math.exp(-(score - tailFrom) / tailMean);
    }
    return (size - below(score) + 0.5) / (size + 1);
  }

  private int below(double score) {
    var at = Arrays.binarySearch(rising, score);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && rising[at - 1] == score) {
      at--;
    }
    return at;
  }
}

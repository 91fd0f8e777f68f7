package dev.musubi.matching.domain;

import dev.musubi.matching.scoring.CalibrationData;
import java.util.List;

/**
 * How likely a firm is to be interested: a logistic sum of a pair's score and of how rare such a
 * score is among the need's listings. What ships was learned on a public collection; the answers of
 * all firms move it, each need's own answers once more.
 *
 * @param least probability below which nobody is alerted, however much room there is
 */
public record Calibration(
    int version, double base, double perDecade, double perScore, double least) {
  /** Rarer than this says no more. */
  private static final double MOST_DECADES = 8;

  /** What the product ships. */
  public static Calibration shipped() {
    var data = CalibrationData.shipped();
    return new Calibration(
        data.version(), data.base(), data.perDecade(), data.perScore(), data.least());
  }

  /**
   * A pair that was answered, with how it stood at the time.
   *
   * @param weight 1, or less for an answer that says less
   */
  public record Answered(double fused, double share, boolean interested, double weight) {}

  public boolean worthwhile(double fused, double share) {
    return probability(fused, share) >= least;
  }

  public double probability(double fused, double share) {
    return 1 / (1 + Math.exp(-(base + perDecade * decades(share) + perScore * fused)));
  }

  static double decades(double share) {
    return Math.min(MOST_DECADES, -Math.log10(Math.max(share, 1e-12)));
  }

  /** As the answers of all firms have moved it. */
  public Calibration learned(List<Answered> answers) {
    return new CalibrationFit(this).of(answers);
  }

  /** As a need's own answers have moved it: its people are choosier, or less so, than others. */
  public Calibration forNeed(List<Answered> answers) {
    return new CalibrationFit(this).baseOf(answers);
  }

  Calibration with(double newBase, double newPerDecade, double newPerScore) {
    return new Calibration(version, newBase, newPerDecade, newPerScore, least);
  }
}

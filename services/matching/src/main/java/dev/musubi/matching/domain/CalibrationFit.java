package dev.musubi.matching.domain;

import dev.musubi.matching.domain.Calibration.Answered;
import java.util.List;

/**
 * The most probable logistic sum after some answers, where the one that ships is believed before
 * any of them (normal distributions around its numbers): few answers move it little, and it is
 * never worse defined than what ships. By Newton's method, coordinate by coordinate, which cannot
 * leave the road with three numbers.
 */
final class CalibrationFit {
  private static final double[] SPREAD = {0.7, 0.2, 0.7};
  private static final double SPREAD_OF_A_NEED = 1;
  private static final int ROUNDS = 200;

  private final Calibration before;

  CalibrationFit(Calibration before) {
    this.before = before;
  }

  Calibration of(List<Answered> answers) {
    var start = new double[] {before.base(), before.perDecade(), before.perScore()};
    var fitted = fit(start, SPREAD, answers);
    // A better score must never speak against a pair.
    return before.with(fitted[0], Math.max(0, fitted[1]), Math.max(0, fitted[2]));
  }

  Calibration baseOf(List<Answered> answers) {
    var start = new double[] {before.base(), before.perDecade(), before.perScore()};
    var fitted = fit(start, new double[] {SPREAD_OF_A_NEED, 0, 0}, answers);
    return before.with(fitted[0], fitted[1], fitted[2]);
  }

  /** A spread of 0 holds its number. */
  private static double[] fit(double[] start, double[] spread, List<Answered> answers) {
    var at = start.clone();
    for (var round = 0; round < ROUNDS && !answers.isEmpty(); round++) {
      for (var i = 0; i < at.length; i++) {
        if (spread[i] > 0) {
          at[i] += step(at, i, start[i], spread[i], answers);
        }
      }
    }
    return at;
  }

  private static double step(
      double[] at, int which, double believed, double spread, List<Answered> answers) {
    var precision = 1 / (spread * spread);
    var slope = (believed - at[which]) * precision;
    var curve = precision;
    for (var one : answers) {
      var x = new double[] {1, Calibration.decades(one.share()), one.fused()};
      var sum = at[0] * x[0] + at[1] * x[1] + at[2] * x[2];
      var p = 1 / (1 + Math.exp(-sum));
      slope += one.weight() * ((one.interested() ? 1 : 0) - p) * x[which];
      // At least a tenth of the greatest curve keeps a step from leaping where p is flat.
      curve += one.weight() * Math.max(p * (1 - p), 0.025) * x[which] * x[which];
    }
    return slope / curve;
  }
}

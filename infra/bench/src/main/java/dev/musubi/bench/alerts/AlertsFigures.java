package dev.musubi.bench.alerts;

import dev.musubi.bench.alerts.PrecisionCurve.Pair;
import dev.musubi.bench.alerts.Watched.Arrival;
import dev.musubi.matching.domain.AlertBar;
import dev.musubi.matching.domain.AlertPace;
import dev.musubi.matching.domain.Calibration;
import dev.musubi.matching.domain.ScoreSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is measured.
 *
 * @param answers known answers that came
 * @param bars precision at equal recall of a bar of each need's own and of one for all
 * @param budgets the whole rule, playing the arrivals
 */
record AlertsFigures(long needs, long answers, List<OfRecall> bars, List<OfBudget> budgets) {
  private static final List<Double> RECALLS = List.of(0.6, 0.7, 0.8, 0.9);
  private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

  /**
   * @param own precision of the need's own bar
   * @param one precision of one bar over the score that the product shows
   * @param cosine precision of one bar over the bare cosine
   */
  record OfRecall(double recall, double own, double one, double cosine) {}

  /**
   * @param within share of needs that got 0.8 to 1.2 of what they asked for
   * @param least, most of any need, as a share of what it asked for
   * @param one precision of one bar for all at the same recall
   */
  record OfBudget(
      int budget,
      double recall,
      double precision,
      double one,
      double within,
      double least,
      double middle,
      double most) {}

  static AlertsFigures of(List<Watched> watched, List<Integer> budgets, int days) {
    var pairs = new ArrayList<Pair>();
    var calibration = Calibration.shipped();
    for (var need : watched) {
      var sample = ScoreSample.of(need.sample());
      need.arrivals()
          .forEach(it -> pairs.add(new Pair(likely(calibration, sample, it), it.answer())));
    }
    var own = PrecisionCurve.of(pairs);
    var one = curve(watched, Arrival::fused);
    var cosine = curve(watched, Arrival::cosine);
    var bars =
        RECALLS.stream()
            .map(it -> new OfRecall(it, own.at(it), one.at(it), cosine.at(it)))
            .toList();
    return new AlertsFigures(
        watched.size(),
        pairs.stream().filter(Pair::answer).count(),
        bars,
        budgets.stream().map(it -> ofBudget(watched, it, days, one)).toList());
  }

  private static double likely(Calibration calibration, ScoreSample sample, Arrival arrival) {
    return calibration.probability(arrival.fused(), sample.share(arrival.fused()));
  }

  private static PrecisionCurve curve(List<Watched> watched, ToDoubleFunction<Arrival> score) {
    return PrecisionCurve.of(
        watched.stream()
            .flatMap(it -> it.arrivals().stream())
            .map(it -> new Pair(score.applyAsDouble(it), it.answer()))
            .toList());
  }

  private static OfBudget ofBudget(
      List<Watched> watched, int budget, int days, PrecisionCurve one) {
    var volumes = new ArrayList<Double>();
    var alerts = 0;
    var right = 0;
    var answers = 0;
    for (var need : watched) {
      var told = play(need, budget, days);
      alerts += told.size();
      right += (int) told.stream().filter(Arrival::answer).count();
      answers += (int) need.arrivals().stream().filter(Arrival::answer).count();
      volumes.add(told.size() * 7.0 / (budget * days));
    }
    volumes.sort(Double::compare);
    var recall = right / (double) answers;
    return new OfBudget(
        budget,
        recall,
        right / (double) alerts,
        one.at(recall),
        volumes.stream().filter(it -> it >= 0.8 && it <= 1.2).count() / (double) volumes.size(),
        volumes.getFirst(),
        volumes.get(volumes.size() / 2),
        volumes.getLast());
  }

  /** What the product would have told, arrival after arrival. */
  private static List<Arrival> play(Watched need, int budget, int days) {
    var pace = new AlertPace(budget, need.arrivals().size() * 7.0 / days, BEGAN);
    var bar = new AlertBar(pace, Calibration.shipped(), ScoreSample.of(need.sample()), List.of());
    return need.arrivals().stream()
        .filter(
            it ->
                bar.takes(
                    it.fused(), true, BEGAN.plus(Duration.ofMinutes((long) (it.day() * 1440)))))
        .toList();
  }
}

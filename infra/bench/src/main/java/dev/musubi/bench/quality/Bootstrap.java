package dev.musubi.bench.quality;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * By how much one ranking beats another on the same questions, with the interval in which 95 of 100
 * such samples of questions would put it (paired percentile bootstrap, Efron 1979).
 *
 * @param mean of the differences
 * @param low lower end of the interval
 * @param high upper end of it
 */
record Bootstrap(double mean, double low, double high) {
  private static final int SAMPLES = 10_000;

  /** The same questions give the same interval. */
  private static final long SEED = 20_260_401;

  /** Both arrays hold the questions in the same order. */
  static Bootstrap of(double[] figures, double[] against) {
    var differences = new double[figures.length];
    for (var i = 0; i < differences.length; i++) {
      differences[i] = figures[i] - against[i];
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    var means = new double[SAMPLES];
    for (var sample = 0; sample < SAMPLES; sample++) {
      var sum = 0.0;
      for (var i = 0; i < differences.length; i++) {
        sum += differences[random.nextInt(differences.length)];
      }
      means[sample] = sum / differences.length;
    }
    Arrays.sort(means);
    return new Bootstrap(
        Arrays.stream(differences).average().orElse(0),
        means[(int) (SAMPLES * 0.025)],
        means[(int) (SAMPLES * 0.975)]);
  }
}

package dev.musubi.bench.alerts;

import java.util.List;

/**
 * A need that waits for what comes.
 *
 * @param sample scores of the listings that lay there, as many as the product samples
 * @param arrivals what came after, in the order in which it came
 */
record Watched(List<Double> sample, List<Arrival> arrivals) {
  Watched {
    sample = List.copyOf(sample);
    arrivals = List.copyOf(arrivals);
  }

  /**
   * A listing that came.
   *
   * @param day counted from the need's first
   * @param fused its score on the need's scale
   * @param cosine what the vectors alone say, before any scale
   * @param answer whether it is one of the known answers
   */
  record Arrival(double day, double fused, double cosine, boolean answer) {}
}

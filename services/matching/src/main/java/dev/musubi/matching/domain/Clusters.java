package dev.musubi.matching.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Groups of directions that lie near to one another: k-means on the sphere with the starts of
 * k-means++ (Arthur and Vassilvitskii 2007), by a fixed seed, so that the same vectors give the
 * same groups.
 *
 * @param centres of length one
 * @param of each vector's group
 */
public record Clusters(List<float[]> centres, int[] of) {
  private static final long SEED = 20260101;
  private static final int ROUNDS = 25;

  /**
   * @param vectors of length one
   * @param most groups that are wanted; fewer when there are fewer vectors
   */
  public static Clusters of(List<float[]> vectors, int most) {
    var centres = starts(vectors, Math.min(most, vectors.size()));
    var groups = new int[vectors.size()];
    for (var round = 0; round < ROUNDS; round++) {
      var next = assign(vectors, centres);
      if (round > 0 && Arrays.equals(next, groups)) {
        break;
      }
      groups = next;
      move(vectors, groups, centres);
    }
    return new Clusters(List.copyOf(centres), groups);
  }

  private static List<float[]> starts(List<float[]> vectors, int count) {
    var chance = new SplittableRandom(SEED);
    var centres = new ArrayList<float[]>();
    var far = new double[vectors.size()];
    Arrays.fill(far, 1);
    while (centres.size() < count) {
      var at = draw(far, chance);
      var centre = vectors.get(at).clone();
      centres.add(centre);
      for (var i = 0; i < far.length; i++) {
        far[i] = Math.min(far[i], Math.max(0, 1 - dot(vectors.get(i), centre)));
      }
      far[at] = 0;
    }
    return centres;
  }

  private static int draw(double[] weights, SplittableRandom chance) {
    var left = chance.nextDouble() * Arrays.stream(weights).sum();
    for (var i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0 && weights[i] > 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  private static int[] assign(List<float[]> vectors, List<float[]> centres) {
    var groups = new int[vectors.size()];
    for (var i = 0; i < groups.length; i++) {
      var best = -2.0;
      for (var c = 0; c < centres.size(); c++) {
        var near = dot(vectors.get(i), centres.get(c));
        if (near > best) {
          best = near;
          groups[i] = c;
        }
      }
    }
    return groups;
  }

  private static void move(List<float[]> vectors, int[] groups, List<float[]> centres) {
    for (var c = 0; c < centres.size(); c++) {
      var sum = new float[centres.get(c).length];
      for (var i = 0; i < groups.length; i++) {
        if (groups[i] == c) {
          add(sum, vectors.get(i), 1);
        }
      }
      if (dot(sum, sum) > 0) {
        centres.set(c, unit(sum));
      }
    }
  }

  public static double dot(float[] a, float[] b) {
    var sum = 0.0;
    for (var i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static void add(float[] to, float[] what, float times) {
    for (var i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }

  /** The same direction, of length one. */
  static float[] unit(float[] vector) {
    var length = Math.sqrt(dot(vector, vector));
    var unit = new float[vector.length];
    for (var i = 0; i < unit.length; i++) {
      unit[i] = length > 0 ? (float) (vector[i] / length) : 0;
    }
    return unit;
  }

  /**
   * Without what all have in common: their mean is taken out. What was embedded as a question and
   * what as a passage lie apart for no reason of content, each in its language.
   */
  public static List<float[]> centred(List<float[]> vectors) {
    if (vectors.size() < 2) {
      return vectors;
    }
    var mean = new float[vectors.getFirst().length];
    vectors.forEach(it -> add(mean, it, 1f / vectors.size()));
    return vectors.stream()
        .map(
            it -> {
              var rest = it.clone();
              add(rest, mean, -1);
              return unit(rest);
            })
        .toList();
  }
}

package dev.musubi.matching.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lays directions out on a sheet so that what is alike lies near: their two principal axes, found
 * by iteration from a fixed start.
 */
public final class FlatMap {
  private static final int ROUNDS = 60;

  private FlatMap() {}

  /** A place; x and y between 0 and 1. */
  public record Place(double x, double y) {}

  public static List<Place> of(List<float[]> vectors) {
    if (vectors.isEmpty()) {
      return List.of();
    }
    var rest = new ArrayList<>(Clusters.centred(vectors));
    var across = along(rest);
    var down = along(rest);
    var places = new ArrayList<Place>();
    for (var i = 0; i < vectors.size(); i++) {
      places.add(new Place(scaled(across, i), scaled(down, i)));
    }
    return places;
  }

  /** Positions along the strongest axis, which is then taken out. */
  private static double[] along(List<float[]> vectors) {
    var axis = new float[vectors.getFirst().length];
    for (var i = 0; i < axis.length; i++) {
      axis[i] = (float) Math.cos(i + 1.0);
    }
    var direction = Clusters.unit(axis);
    for (var round = 0; round < ROUNDS; round++) {
      var next = new float[axis.length];
      for (var one : vectors) {
        Clusters.add(next, one, (float) Clusters.dot(one, direction));
      }
      if (Clusters.dot(next, next) == 0) {
        break;
      }
      direction = Clusters.unit(next);
    }
    var found = direction;
    var positions = vectors.stream().mapToDouble(it -> Clusters.dot(it, found)).toArray();
    for (var i = 0; i < positions.length; i++) {
      Clusters.add(vectors.get(i), found, (float) -positions[i]);
    }
    return positions;
  }

  private static double scaled(double[] positions, int at) {
    var least = Arrays.stream(positions).min().orElse(0);
    var most = Arrays.stream(positions).max().orElse(0);
    return most - least < 1e-9 ? 0.5 : (positions[at] - least) / (most - least);
  }
}

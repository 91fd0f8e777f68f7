package dev.musubi.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static final int DIMENSIONS = 32;

  /** Twenty vectors about each of three directions, one kind after the other. */
  private static List<float[]> threeKinds() {
    var chance = new Random(4);
    var vectors = new ArrayList<float[]>();
    for (var i = 0; i < 60; i++) {
      var vector = new float[DIMENSIONS];
      vector[i / 20] = 1;
      for (var d = 0; d < DIMENSIONS; d++) {
        vector[d] += (float) (0.05 * chance.nextGaussian());
      }
      vectors.add(Clusters.unit(vector));
    }
    return vectors;
  }

  @Test
  void what_is_alike_comes_together_and_what_is_not_apart() {
    var of = Clusters.of(threeKinds(), 3).of();
    for (var kind = 0; kind < 3; kind++) {
      var group = of[20 * kind];
      assertThat(Arrays.copyOfRange(of, 20 * kind, 20 * kind + 20)).containsOnly(group);
    }
    assertThat(new HashSet<>(List.of(of[0], of[20], of[40]))).hasSize(3);
  }

  @Test
  void the_same_vectors_give_the_same_groups() {
    assertThat(Clusters.of(threeKinds(), 5).of()).isEqualTo(Clusters.of(threeKinds(), 5).of());
  }

  @Test
  void fewer_vectors_than_groups_and_equal_ones_are_no_trouble() {
    var one = new float[] {1, 0};
    assertThat(Clusters.of(List.of(one), 4).centres()).hasSize(1);
    assertThat(Clusters.of(List.of(one, one, one), 3).of()).hasSize(3);
    assertThat(Clusters.of(List.of(), 3).centres()).isEmpty();
  }

  @Test
  void places_on_the_map_lie_on_the_sheet_and_what_is_alike_lies_near() {
    var vectors = threeKinds();
    var places = FlatMap.of(vectors);
    assertThat(places).hasSize(60);
    assertThat(places)
        .allSatisfy(
            it -> {
              assertThat(it.x()).isBetween(0.0, 1.0);
              assertThat(it.y()).isBetween(0.0, 1.0);
            });
    assertThat(distance(places.get(0), places.get(1)))
        .isLessThan(distance(places.get(0), places.get(25)));
    assertThat(FlatMap.of(vectors.subList(0, 1))).hasSize(1);
  }

  private static double distance(FlatMap.Place a, FlatMap.Place b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }
}

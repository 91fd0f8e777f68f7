package dev.musubi.web.front;

import dev.musubi.web.clients.Landscape;
import java.util.ArrayList;
import java.util.List;

/**
 * The landscape as discs (patents) and rings (needs) whose areas tell their numbers. What lies on
 * one another is pushed apart, a little at a time, so that every number can be read.
 */
final class LandscapePicture {
  static final int WIDTH = 360;
  static final int HEIGHT = 280;
  private static final double LARGEST = 34;
  private static final double SMALLEST = 9;
  private static final double GAP = 4;
  private static final int ROUNDS = 400;

  private LandscapePicture() {}

  /**
   * @param disc radius for the patents, 0 for none
   * @param ring radius for the needs, 0 for none
   */
  record Bubble(int number, int x, int y, int disc, int ring, String balance) {}

  static List<Bubble> of(List<Landscape.Group> groups) {
    double most =
        groups.stream().mapToDouble(it -> Math.max(it.listings(), it.needs())).max().orElse(1);
    List<double[]> places = new ArrayList<>();
    for (Landscape.Group group : groups) {
      double radius = Math.max(radius(group.listings(), most), radius(group.needs(), most));
      places.add(new double[] {group.x() * WIDTH, group.y() * HEIGHT, radius});
    }
    for (int round = 0; round < ROUNDS && apart(places); round++) {
      places.forEach(LandscapePicture::inside);
    }
    places.forEach(LandscapePicture::inside);
    List<Bubble> bubbles = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Landscape.Group group = groups.get(i);
      double[] place = places.get(i);
      bubbles.add(
          new Bubble(
              group.number(),
              (int) Math.round(place[0]),
              (int) Math.round(place[1]),
              (int) Math.round(radius(group.listings(), most)),
              (int) Math.round(radius(group.needs(), most)),
              group.balance()));
    }
    return List.copyOf(bubbles);
  }

  private static double radius(long count, double most) {
    return count <= 0 ? 0 : Math.max(SMALLEST, LARGEST * Math.sqrt(count / most));
  }

  /** Whether anything still lay too near to something else. */
  private static boolean apart(List<double[]> places) {
    boolean moved = false;
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        moved |= apart(places.get(i), places.get(j), i + 1.0);
      }
    }
    return moved;
  }

  private static boolean apart(double[] a, double[] b, double turn) {
    double x = b[0] - a[0];
    double y = b[1] - a[1];
    double distance = Math.hypot(x, y);
    double wanted = a[2] + b[2] + GAP;
    if (distance >= wanted) {
      return false;
    }
    if (distance < 0.01) {
      x = Math.cos(turn);
      y = Math.sin(turn);
      distance = 1;
    }
    double push = (wanted - distance) / 2 / distance;
    a[0] -= x * push;
    a[1] -= y * push;
    b[0] += x * push;
    b[1] += y * push;
    return true;
  }

  private static void inside(double[] place) {
    place[0] = Math.clamp(place[0], place[2], WIDTH - place[2]);
    place[1] = Math.clamp(place[1], place[2], HEIGHT - place[2]);
  }
}

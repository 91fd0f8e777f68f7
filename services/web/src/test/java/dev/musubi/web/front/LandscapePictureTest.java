package dev.musubi.web.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.web.clients.Landscape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LandscapePictureTest {
  private static Landscape.Group group(int number, long listings, long needs, double x, double y) {
    return new Landscape.Group(number, null, List.of(), listings, needs, "BOTH", x, y);
  }

  @Test
  void groups_in_one_place_are_pushed_apart_and_stay_on_the_sheet() {
    List<Landscape.Group> groups = new ArrayList<>();
    for (int i = 1; i <= 16; i++) {
      groups.add(group(i, 50, 10, 0.5, 0.5));
    }
    List<LandscapePicture.Bubble> bubbles = LandscapePicture.of(groups);
    for (LandscapePicture.Bubble a : bubbles) {
      assertThat(a.x() - a.disc()).isGreaterThanOrEqualTo(-1);
      assertThat(a.x() + a.disc()).isLessThanOrEqualTo(LandscapePicture.WIDTH + 1);
      assertThat(a.y() + a.disc()).isLessThanOrEqualTo(LandscapePicture.HEIGHT + 1);
      for (LandscapePicture.Bubble b : bubbles) {
        if (a.number() != b.number()) {
          assertThat(Math.hypot(a.x() - b.x(), a.y() - b.y())).isGreaterThan(a.disc());
        }
      }
    }
  }

  @Test
  void areas_tell_the_numbers_and_what_is_not_there_is_not_drawn() {
    List<LandscapePicture.Bubble> bubbles =
        LandscapePicture.of(List.of(group(1, 400, 0, 0, 0), group(2, 100, 25, 1, 1)));
    assertThat(bubbles.get(0).disc()).isEqualTo(2 * bubbles.get(1).disc());
    assertThat(bubbles.get(0).ring()).isZero();
    assertThat(bubbles.get(1).ring()).isPositive();
    assertThat(LandscapePicture.of(List.of())).isEmpty();
  }
}

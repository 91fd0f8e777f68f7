package dev.musubi.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShownCountTest {
  private static List<UUID> firms(int needs, int firms) {
    var ids = new ArrayList<UUID>();
    for (var i = 0; i < needs; i++) {
      ids.add(new UUID(0, i % firms));
    }
    return ids;
  }

  @Test
  void needs_that_are_shown_with_their_firm_count_as_they_are() {
    assertThat(ShownCount.of(3, List.of())).isEqualTo(3);
  }

  @Test
  void fewer_than_five_others_are_not_there_for_the_public() {
    assertThat(ShownCount.of(0, firms(4, 4))).isZero();
    assertThat(ShownCount.of(2, firms(4, 4))).isEqualTo(2);
  }

  @Test
  void one_need_more_or_less_cannot_be_told_from_the_number() {
    assertThat(ShownCount.of(0, firms(6, 3))).isEqualTo(ShownCount.of(0, firms(7, 3)));
    assertThat(ShownCount.of(0, firms(10, 3))).isEqualTo(10);
  }

  @Test
  void many_needs_of_one_or_two_firms_stay_theirs() {
    assertThat(ShownCount.of(0, firms(40, 2))).isZero();
  }
}

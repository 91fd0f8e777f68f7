package dev.musubi.e2e.faults.inject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PlanTest {
  private static final List<Kind> ALL = List.of(Kind.values());

  private static List<Fault> faults(long seed, Plan.Pace pace, int count) {
    var plan = new Plan(seed, ALL, pace, Kind.SERVICES);
    return Stream.generate(plan::next).limit(count).toList();
  }

  @Test
  void the_same_seed_gives_the_same_faults_and_another_gives_others() {
    assertThat(faults(7, Plan.Pace.LONG, 100)).isEqualTo(faults(7, Plan.Pace.LONG, 100));
    assertThat(faults(7, Plan.Pace.LONG, 100)).isNotEqualTo(faults(8, Plan.Pace.LONG, 100));
  }

  @Test
  void every_kind_comes_once_before_any_comes_again() {
    assertThat(faults(7, Plan.Pace.SHORT, ALL.size()))
        .extracting(Fault::kind)
        .containsExactlyInAnyOrderElementsOf(ALL);
  }

  @Test
  void half_an_hour_has_room_for_two_hundred() {
    var gaps = faults(7, Plan.Pace.LONG, 200).stream().map(Fault::gap).toList();
    assertThat(gaps.stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThan(Duration.ofMinutes(25));
  }

  @Test
  void one_of_several_instances_is_the_victim() {
    var plan =
        new Plan(
            7, List.of(Kind.KILL_MATCHING), Plan.Pace.SHORT, List.of("matching", "matching-2"));
    var victims =
        Stream.generate(plan::next)
            .limit(30)
            .map(fault -> fault.victims().getFirst())
            .collect(Collectors.toSet());
    assertThat(victims).containsExactlyInAnyOrder("matching", "matching-2");
  }
}

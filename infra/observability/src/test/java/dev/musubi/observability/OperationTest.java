package dev.musubi.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A report comes soon, whatever is away. */
class OperationTest {
  @Test
  void a_part_that_does_not_answer_is_said_to_be_away_and_the_others_are_told() {
    CountDownLatch never = new CountDownLatch(1);
    long from = System.nanoTime();
    Operation.Report report =
        new Operation(
                "listings",
                List.of(
                    part("postgres", () -> waitFor(never)),
                    part("outbox", () -> List.of(Reading.stuck("parked-keys", null, 2))),
                    part(
                        "kafka",
                        () -> {
                          throw new IllegalStateException("no broker");
                        })))
            .report();
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
    assertThat(report.readings())
        .extracting(Reading::what)
        .containsExactly("postgres", "parked-keys", "kafka");
    assertThat(report.readings()).allMatch(Reading::late);
    assertThat(report.readings().getLast().trouble()).contains("no broker");
    assertThat(report.well()).isFalse();
  }

  @Test
  void work_is_late_only_when_its_oldest_has_waited_too_long() {
    Instant before = Instant.now().minusSeconds(90);
    Duration minute = Duration.ofMinutes(1);
    assertThat(Reading.waiting("mails", null, 5, before, minute).late()).isTrue();
    assertThat(Reading.waiting("mails", null, 5, before, minute.multipliedBy(2)).late()).isFalse();
    assertThat(Reading.waiting("mails", null, 0, null, minute).late()).isFalse();
  }

  @Test
  void a_disk_of_which_less_than_a_tenth_is_free_is_told() {
    assertThat(Reading.disk("disk", 9, 100).late()).isTrue();
    assertThat(Reading.disk("disk", 11, 100).late()).isFalse();
  }

  @Test
  void a_failure_is_remembered_as_long_as_a_measurement() {
    AtomicInteger asked = new AtomicInteger();
    Fresh<Integer> fresh =
        new Fresh<>(
            () -> {
              asked.incrementAndGet();
              throw new IllegalStateException("away");
            });
    assertThatThrownBy(fresh::get).hasMessage("away");
    assertThatThrownBy(fresh::get).hasMessage("away");
    assertThat(asked).hasValue(1);
  }

  private static List<Reading> waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return List.of();
  }

  private static Watched part(String what, Supplier<List<Reading>> readings) {
    return new Watched() {
      @Override
      public String what() {
        return what;
      }

      @Override
      public List<Reading> readings() {
        return readings.get();
      }
    };
  }
}

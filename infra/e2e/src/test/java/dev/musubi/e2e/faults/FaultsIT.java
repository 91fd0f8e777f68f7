package dev.musubi.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.e2e.faults.inject.Kind;
import dev.musubi.e2e.faults.inject.Plan;
import dev.musubi.testkit.RunningProduct;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fault suite in its short form; the long one is {@code ./musubi test faults}. It has a copy of
 * its own: the oracle compares all that is there, and must know all that was asked for. {@code
 * -Dmusubi.faults.seed=N} makes other choices.
 */
final class FaultsIT {
  private static final Duration LASTS = Duration.ofSeconds(50);

  /** The same faults each time; the long form is the one that tries others. */
  private static final long USUAL_SEED = 11;

  /** On a slow machine what dies is away for longer, and less is done in the same time. */
  private static final int FAULTS_AT_LEAST = 5;

  private static final int CHANGES_AT_LEAST = 20;

  @Test
  void nothing_is_lost_or_done_twice_while_processes_die_freeze_and_stay_away(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
    long seed = Long.getLong("musubi.faults.seed", USUAL_SEED);
    var log = Path.of("target", "faults-product.log").toAbsolutePath();
    var product =
        RunningProduct.start(folder.resolve("data"), log, List.of("--demo"), Faults.UNLIMITED);
    Report report;
    try {
      report = new Suite(product, settings(seed), System.out::println).run(null, null, Map.of());
    } finally {
      product.stop();
    }
    System.out.println(report.text());
    assertThat(report.violations()).as("with -Dmusubi.faults.seed=%d", seed).isEmpty();
    assertThat(report.faults().values().stream().mapToInt(Integer::intValue).sum())
        .as("faults that hit something")
        .isGreaterThanOrEqualTo(FAULTS_AT_LEAST);
    assertThat(report.requests().acknowledged()).isGreaterThanOrEqualTo(CHANGES_AT_LEAST);
  }

  private static Suite.Settings settings(long seed) {
    // A full disk and a clock that jumps need root and libfaketime.
    var kinds = EnumSet.complementOf(EnumSet.of(Kind.DISK_FULL, Kind.CLOCK_JUMP));
    return new Suite.Settings(
        seed,
        kinds,
        LASTS,
        Plan.Pace.SHORT,
        Duration.ofMillis(1200),
        0,
        Duration.ofMinutes(6),
        Duration.ofMinutes(10));
  }
}

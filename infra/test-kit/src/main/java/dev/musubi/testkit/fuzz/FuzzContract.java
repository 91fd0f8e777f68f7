package dev.musubi.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Something that reads what anybody may send. In the ordinary build it is given the seeds that are
 * kept beside it, in {@code src/test/resources/fuzz/<name of the class>}; {@code ./musubi test fuzz
 * parsers} lets a fuzzer look for others by the coverage that they reach. For it a class has a
 * {@code public static void fuzzerTestOneInput(byte[])} that hands over to {@link #read}.
 */
public interface FuzzContract {
  Duration LONGEST = Duration.ofSeconds(5);

  /** Reads the input. Whatever it throws is a finding: what may be refused it catches itself. */
  void read(byte[] input);

  @Test
  default void every_seed_is_read_or_refused_in_time() {
    List<String> findings = new ArrayList<>();
    List<Seed> seeds = Seed.of(getClass());
    for (Seed seed : seeds) {
      long begun = System.nanoTime();
      try {
        read(seed.bytes());
      } catch (RuntimeException | Error e) {
        findings.add(seed.name() + ": " + e);
      }
      Duration taken = Duration.ofNanos(System.nanoTime() - begun);
      if (taken.compareTo(LONGEST) > 0) {
        findings.add(seed.name() + ": took " + taken);
      }
    }
    assertThat(seeds).isNotEmpty();
    assertThat(findings).isEmpty();
  }
}

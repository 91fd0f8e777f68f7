package dev.musubi.matching.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.search.SearchEngine;
import dev.musubi.testkit.EngineKit;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** The very first start, of several instances. */
final class FirstIndexIT {
  private static final int INSTANCES = 6;

  @RepeatedTest(5)
  void instances_that_start_together_make_one_index() throws Exception {
    var prefix = "first-" + UUID.randomUUID();
    var together = new CyclicBarrier(INSTANCES);
    try (var engine =
            SearchEngine.connect(EngineKit.shared().elasticsearch(), Duration.ofSeconds(60));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var starts =
          IntStream.range(0, INSTANCES)
              .mapToObj(
                  _ ->
                      threads.submit(
                          () -> {
                            together.await();
                            MatchingIndices.of(engine, prefix).needs().ensure();
                            return null;
                          }))
              .toList();
      for (var start : starts) {
        start.get();
      }
      var alias = MatchingIndices.of(engine, prefix).needs().alias();
      assertThat(engine.get("/_alias/" + alias).size()).isEqualTo(1);
      engine.delete("/" + engine.get("/_alias/" + alias).propertyNames().iterator().next());
    }
  }
}

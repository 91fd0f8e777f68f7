package dev.musubi.e2e.faults.inject;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How long processes that were asked to end took. Safe for use by many threads. */
public final class Stops {
  private final List<Duration> took = new ArrayList<>();

  /**
   * What is known of them.
   *
   * @param median in milliseconds, as {@code longest}
   */
  public record Summary(int count, long median, long longest) {}

  /** Looks on until the process has ended. What else befalls it meanwhile is not told apart. */
  void watch(ProcessHandle process) {
    var asked = Instant.now();
    process.onExit().thenRun(() -> add(Duration.between(asked, Instant.now())));
  }

  /** One more. */
  synchronized void add(Duration time) {
    took.add(time);
  }

  /** Of all that have ended by now; zeros when none has. */
  public synchronized Summary summary() {
    var sorted = took.stream().sorted().map(Duration::toMillis).toList();
    return sorted.isEmpty()
        ? new Summary(0, 0, 0)
        : new Summary(sorted.size(), sorted.get(sorted.size() / 2), sorted.getLast());
  }
}

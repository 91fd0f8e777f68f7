package dev.musubi.observability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks all parts of a service at once how they fare, and waits for none of them for long. */
public final class Operation {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String service;
  private final List<Watched> parts;
  private final Instant begun = Instant.now();

  Operation(String service, List<Watched> parts) {
    this.service = service;
    this.parts = List.copyOf(parts);
  }

  /** How things stand. */
  public Report report() {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Future<List<Reading>>> answers =
          threads.invokeAll(
              parts.stream().map(it -> Trace.carried(it::readings)).toList(),
              PATIENCE.toMillis(),
              TimeUnit.MILLISECONDS);
      List<Reading> all = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        all.addAll(of(parts.get(i), answers.get(i)));
      }
      return new Report(service, begun, all);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    } finally {
      // Not close(): that would wait for the part that is late.
      threads.shutdownNow();
    }
  }

  private static List<Reading> of(Watched part, Future<List<Reading>> answer)
      throws InterruptedException {
    try {
      return answer.get();
    } catch (CancellationException late) {
      return List.of(Reading.away(part.what(), "no answer within " + PATIENCE.toSeconds() + " s"));
    } catch (ExecutionException failed) {
      return List.of(Reading.away(part.what(), String.valueOf(failed.getCause())));
    }
  }

  /**
   * How a service fares.
   *
   * @param begun when this instance was started
   */
  public record Report(String service, Instant begun, List<Reading> readings) {
    /** Whether all is as it should be. */
    public boolean well() {
      return readings.stream().noneMatch(Reading::late);
    }
  }
}

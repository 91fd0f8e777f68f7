package dev.musubi.e2e.faults.load;

import dev.musubi.e2e.faults.oracle.Aggregate;
import dev.musubi.e2e.faults.oracle.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What all actors share. */
final class Surroundings {
  /** Those of which new needs and listings come; older ones are left as they are. */
  private static final int CURRENT = 6;

  private static final int PAIRS_OF_ONE = 14;

  private final long seed;
  private final Ledger ledger;
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

  Surroundings(long seed, Ledger ledger) {
    this.seed = seed;
    this.ledger = ledger;
  }

  long seed() {
    return seed;
  }

  Ledger ledger() {
    return ledger;
  }

  boolean goesOn() {
    return end.getCount() > 0;
  }

  void stop() {
    end.countDown();
  }

  /** Ends early when the load ends. */
  void rest(Duration pause) {
    try {
      // The answer says what goesOn says.
      var _ = end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      stop();
    }
  }

  /** One of the current subjects; after so many things of it another takes its place. */
  Subject subject(Random random) {
    int oldest = begun.getAndIncrement() / PAIRS_OF_ONE;
    return Subject.of(seed, oldest + random.nextInt(CURRENT));
  }

  Subject named(String name) {
    return Subject.of(seed, Integer.parseInt(name.substring(1)));
  }

  /**
   * Refusals that the load does not expect: it would be a mistake of the suite, or of the product.
   */
  void refused(String what, int status, String why) {
    refusals.merge(what + " " + status + " " + why, 1, Integer::sum);
  }

  Map<String, Integer> refusals() {
    return Map.copyOf(refusals);
  }

  /** Those that this actor may change. */
  List<Ledger.Entry> mine(Aggregate kind, List<String> marks, String state) {
    return marks.stream()
        .map(ledger::entry)
        .filter(java.util.Objects::nonNull)
        .filter(it -> it.kind() == kind && it.id() != null && it.state().equals(state))
        .toList();
  }
}

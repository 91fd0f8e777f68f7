package dev.musubi.messaging.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the relay that something has committed. Many signals at once count as one. */
final class Wake {
  private final Semaphore signals = new Semaphore(0);

  void signal() {
    if (signals.availablePermits() == 0) {
      signals.release();
    }
  }

  /** Waits for a signal; false when none came in time. */
  boolean await(Duration limit) throws InterruptedException {
    boolean woken = signals.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
    signals.drainPermits();
    return woken;
  }
}

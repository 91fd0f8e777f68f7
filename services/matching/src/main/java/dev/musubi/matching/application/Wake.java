package dev.musubi.matching.application;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes workers of this instance as soon as there is work; others look by themselves. */
@Component
public class Wake {
  private static final int ENOUGH = 8;
  private final Semaphore work = new Semaphore(0);

  /** There will be work when the current transaction has committed. */
  public void afterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      now();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            now();
          }
        });
  }

  void now() {
    if (work.availablePermits() < ENOUGH) {
      work.release();
    }
  }

  void await(Duration atMost) throws InterruptedException {
    if (work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      work.drainPermits();
    }
  }
}

package dev.musubi.listings.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works off imports one after the other. It is woken by an upload to this instance, and looks by
 * itself now and then for those of an instance that died.
 */
@Component
class ImportWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
  private static final long LOOK_SECONDS = 5;

  private final RunImport imports;
  private final ImportStore store;
  private final Duration keep;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();
  private Instant forgotten = Instant.EPOCH;

  ImportWorker(
      RunImport imports,
      ImportStore store,
      @Value("${musubi.listings.imports.keep:90d}") Duration keep) {
    this.imports = imports;
    this.store = store;
    this.keep = keep;
  }

  /** There is something to do. */
  void wake() {
    wake.release();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("imports").daemon(true).start(this::work);
  }

  @Override
  public void stop() {
    running = false;
    imports.stop();
    wake.release();
    try {
      thread.join(Duration.ofSeconds(8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void work() {
    while (running) {
      if (!once()) {
        await();
      }
    }
  }

  /** The database may be away: then the import waits for the next look. */
  private boolean once() {
    try {
      forgetOldOnes();
      return imports.next();
    } catch (RuntimeException e) {
      LOG.warn("An import stopped and will be taken up again: {}", e.toString());
      return false;
    }
  }

  private void forgetOldOnes() {
    Instant now = Instant.now();
    if (forgotten.isBefore(now.minus(Duration.ofHours(1)))) {
      store.forgetOlderThan(now.minus(keep));
      forgotten = now;
    }
  }

  private void await() {
    try {
      if (wake.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException e) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }
}

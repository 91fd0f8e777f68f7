package dev.musubi.notifications;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again and again by a thread of its own: after a pause, or as soon as it is
 * woken. A turn says whether there is more to do at once. A failure is logged and the next turn
 * comes after the pause.
 */
final class Routine {
  private static final Logger LOG = LoggerFactory.getLogger(Routine.class);
  private final String name;
  private final Duration pause;
  private final BooleanSupplier turn;
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;

  Routine(String name, Duration pause, BooleanSupplier turn) {
    this.name = name;
    this.pause = pause;
    this.turn = turn;
  }

  /** Work of which one turn does all. */
  static Routine every(String name, Duration pause, Runnable work) {
    return new Routine(
        name,
        pause,
        () -> {
          work.run();
          return false;
        });
  }

  /** There is work: the next turn comes at once. */
  void wake() {
    if (wakes.availablePermits() == 0) {
      wakes.release();
    }
  }

  void start() {
    running = true;
    thread = Thread.ofVirtual().name(name).start(this::work);
  }

  private void work() {
    while (running) {
      try {
        while (running && turn.getAsBoolean()) {
          Thread.onSpinWait();
        }
      } catch (RuntimeException failed) {
        LOG.warn("{} failed; the next turn comes in {}", name, pause, failed);
        wakes.drainPermits();
      }
      try {
        if (wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          wakes.drainPermits();
        }
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  /** No further turn begins. */
  void end() {
    running = false;
    wakes.release();
  }

  /**
   * Waits for the turn that is under way.
   *
   * @param longest after that it is interrupted
   */
  void stop(Duration longest) {
    end();
    Thread working = thread;
    try {
      if (working != null && !working.join(longest)) {
        working.interrupt();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isRunning() {
    return running;
  }
}

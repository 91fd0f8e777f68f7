package dev.musubi.matching.application;

import dev.musubi.matching.MatchingSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the workers of this instance from start to end. */
@Component
class WorkerThreads implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerThreads.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** For all of them together; a task that takes longer is done again by the next start. */
  private static final Duration STOPPING = Duration.ofSeconds(4);

  private final Worker worker;
  private final Wake wake;
  private final MatchingSettings settings;
  private final EmbeddingThread embedding;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  WorkerThreads(Worker worker, Wake wake, MatchingSettings settings, EmbeddingThread embedding) {
    this.embedding = embedding;
    this.worker = worker;
    this.wake = wake;
    this.settings = settings;
  }

  @Override
  public void start() {
    running = true;
    for (var i = 1; i <= settings.workers(); i++) {
      threads.add(Thread.ofVirtual().name("matching-" + i).start(this::work));
    }
    if (settings.workers() > 0) {
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .priority(Thread.MIN_PRIORITY)
              .name("embedding")
              .start(() -> embedding.work(() -> running)));
    }
  }

  private void work() {
    var pause = settings.poll();
    while (running) {
      try {
        var worked = worker.round();
        pause = settings.poll();
        if (!worked) {
          wake.await(pause);
        }
      } catch (EnginesAway away) {
        LOG.warn("Matching waits: {}", away.getMessage());
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : pause.multipliedBy(2);
        if (!rest(pause)) {
          return;
        }
      } catch (InterruptedException stop) {
        return;
      } catch (RuntimeException failure) {
        LOG.error("A round of matching failed", failure);
        if (!rest(pause)) {
          return;
        }
      }
    }
  }

  private static boolean rest(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException stop) {
      return false;
    }
  }

  @Override
  public void stop() {
    running = false;
    wake.now();
    var end = System.nanoTime() + STOPPING.toNanos();
    for (var thread : threads) {
      join(thread, end);
    }
    threads.clear();
  }

  private static void join(Thread thread, long end) {
    try {
      if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
        thread.interrupt();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

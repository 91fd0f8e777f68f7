package dev.musubi.matching.application;

import dev.musubi.matching.embedding.EmbeddingSettings;
import dev.musubi.matching.embedding.Model;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Embeds documents beside all other work, in a thread of its own that the native library may keep
 * busy for seconds: it never takes the place of somebody who waits.
 */
@Component
class EmbeddingThread {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddingThread.class);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Worker worker;
  private final Model model;
  private final EmbeddingSettings settings;
  private final FindUnembedded findUnembedded;

  EmbeddingThread(
      Worker worker, Model model, EmbeddingSettings settings, FindUnembedded findUnembedded) {
    this.worker = worker;
    this.model = model;
    this.settings = settings;
    this.findUnembedded = findUnembedded;
  }

  void work(BooleanSupplier running) {
    if (!settings.embedsDocuments()) {
      return;
    }
    var pause = PAUSE;
    var looked = false;
    while (running.getAsBoolean()) {
      try {
        if (model.state() != Model.State.READY) {
          rest(PAUSE);
          continue;
        }
        looked = looked || findUnembedded.run();
        if (!worker.embed(settings.batch())) {
          rest(PAUSE);
        }
        pause = PAUSE;
      } catch (InterruptedException stop) {
        return;
      } catch (RuntimeException failure) {
        LOG.warn("Embedding waits: {}", failure.getMessage());
        pause = longer(pause);
        if (!rested(pause)) {
          return;
        }
      }
    }
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private static void rest(Duration pause) throws InterruptedException {
    Thread.sleep(pause);
  }

  private static boolean rested(Duration pause) {
    try {
      rest(pause);
      return true;
    } catch (InterruptedException stop) {
      return false;
    }
  }
}

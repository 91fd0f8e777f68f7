package dev.musubi.messaging.consumer;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/** Forgets old events, some thousand at a time, so that no lock is held for long. */
final class InboxPurge implements InitializingBean, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(InboxPurge.class);

  private final Inbox inbox;
  private final Duration keep;
  private final Duration every;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("inbox-purge").factory());

  InboxPurge(Inbox inbox, Duration keep, Duration every) {
    this.inbox = inbox;
    this.keep = keep;
    this.every = every;
  }

  @Override
  public void afterPropertiesSet() {
    var _ =
        clock.scheduleWithFixedDelay(
            this::run, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  void run() {
    try {
      int deleted = inbox.purge(keep);
      while (deleted > 0 && !clock.isShutdown()) {
        LOG.debug("{} old rows of the inbox deleted", deleted);
        deleted = inbox.purge(keep);
      }
    } catch (RuntimeException e) {
      LOG.warn("Old rows of the inbox could not be deleted; the next attempt follows", e);
    }
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
  }
}

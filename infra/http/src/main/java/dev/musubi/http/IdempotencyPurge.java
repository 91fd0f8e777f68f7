package dev.musubi.http;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/** Forgets old keys, a thousand at a time, so that no lock is held for long. */
final class IdempotencyPurge implements InitializingBean, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyPurge.class);

  private final IdempotencyKeys keys;
  private final Duration keep;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("idempotency-purge").factory());

  IdempotencyPurge(IdempotencyKeys keys, Duration keep) {
    this.keys = keys;
    this.keep = keep;
  }

  @Override
  public void afterPropertiesSet() {
    var _ = clock.scheduleWithFixedDelay(this::run, 5, 30, TimeUnit.MINUTES);
  }

  void run() {
    try {
      int deleted = keys.purge(keep);
      while (deleted > 0) {
        LOG.debug("{} old idempotency keys deleted", deleted);
        deleted = keys.purge(keep);
      }
    } catch (RuntimeException e) {
      LOG.warn("Old idempotency keys could not be deleted; the next attempt follows", e);
    }
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
  }
}

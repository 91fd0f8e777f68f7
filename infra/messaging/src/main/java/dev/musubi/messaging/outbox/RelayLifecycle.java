package dev.musubi.messaging.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs the relay from when the service has started until it stops. */
final class RelayLifecycle implements SmartLifecycle {
  /** What was sent and not deleted is known by the marker that was sent with it. */
  private static final Duration STOPPING = Duration.ofSeconds(3);

  private final Relay relay;
  private @Nullable Thread thread;

  RelayLifecycle(Relay relay) {
    this.relay = relay;
  }

  @Override
  public synchronized void start() {
    thread = Thread.ofPlatform().name("outbox-relay").start(relay);
  }

  @Override
  public synchronized void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
      try {
        running.join(STOPPING);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  /** After the consumers, which still write events while they stop. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 2000;
  }
}

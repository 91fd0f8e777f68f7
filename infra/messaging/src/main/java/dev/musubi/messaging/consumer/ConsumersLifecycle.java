package dev.musubi.messaging.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Runs the consumers from when the service has started until it stops. */
final class ConsumersLifecycle implements SmartLifecycle {
  /** Whoever is longer at one event is cut off by the end: its transaction rolls back. */
  private static final Duration STOPPING = Duration.ofSeconds(4);

  private final List<ConsumerGroup> groups;
  private final List<ConsumerLoop<?>> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  ConsumersLifecycle(List<ConsumerGroup> groups) {
    this.groups = List.copyOf(groups);
  }

  @Override
  public synchronized void start() {
    for (ConsumerGroup group : groups) {
      for (ConsumerLoop<?> loop : group.loops()) {
        loops.add(loop);
        threads.add(Thread.ofPlatform().daemon().name(group.state().consumer()).start(loop));
      }
    }
  }

  @Override
  public synchronized void stop() {
    loops.forEach(ConsumerLoop::stop);
    long deadline = System.nanoTime() + STOPPING.toNanos();
    try {
      for (Thread each : threads) {
        each.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loops.clear();
    threads.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !threads.isEmpty();
  }

  /** Stops before the relay, so that what handlers write last is still sent. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1000;
  }
}

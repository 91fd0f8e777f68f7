package dev.musubi.messaging.consumer;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How a consumer of this instance fares, for health and metrics. */
final class ConsumerState {
  private final String consumer;
  private final String topic;
  private final AtomicLong handled = new AtomicLong();
  private final AtomicLong buried = new AtomicLong();
  private volatile long lag;
  private volatile @Nullable Instant waitingSince;
  private volatile @Nullable String trouble;

  ConsumerState(String consumer, String topic) {
    this.consumer = consumer;
    this.topic = topic;
  }

  String consumer() {
    return consumer;
  }

  String topic() {
    return topic;
  }

  void handled() {
    handled.incrementAndGet();
    trouble = null;
  }

  void buried() {
    buried.incrementAndGet();
  }

  void waits(Throwable failure) {
    trouble = failure.toString();
  }

  void measured(long records, @Nullable Instant oldest) {
    lag = records;
    waitingSince = oldest;
  }

  long handledSinceStart() {
    return handled.get();
  }

  long buriedSinceStart() {
    return buried.get();
  }

  /** Records of the partitions of this instance that are not handled yet. */
  long lag() {
    return lag;
  }

  /** When the oldest record was written that is fetched and not handled, or null. */
  @Nullable Instant waitingSince() {
    return waitingSince;
  }

  /** What held it up last, or null. */
  @Nullable String trouble() {
    return trouble;
  }
}

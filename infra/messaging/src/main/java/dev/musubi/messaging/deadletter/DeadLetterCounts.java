package dev.musubi.messaging.deadletter;

import dev.musubi.messaging.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many dead letters await a decision, counted now and then in the background. */
public final class DeadLetterCounts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterCounts.class);

  private final DeadLetters letters;
  private final Duration every;
  private final Map<String, Long> counts = new ConcurrentHashMap<>();
  private final Set<String> topics = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("dead-letter-counts").factory());

  public DeadLetterCounts(DeadLetters letters, Duration every) {
    this.letters = letters;
    this.every = every;
  }

  /** Begins to count the letters of this consumer. */
  public void watch(String topic, String consumer) {
    if (topics.isEmpty()) {
      var _ =
          clock.scheduleWithFixedDelay(
              this::count, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }
    topics.add(Topics.deadLetters(topic, consumer));
  }

  /** At the last count; 0 before the first. */
  public long of(String topic, String consumer) {
    return counts.getOrDefault(Topics.deadLetters(topic, consumer), 0L);
  }

  private void count() {
    try {
      counts.putAll(letters.open(topics));
    } catch (KafkaException e) {
      LOG.debug("Dead letters could not be counted", e);
    } catch (RuntimeException e) {
      // Thrown on, it would end the counting for good, and nobody would see the next letter.
      LOG.warn("Dead letters could not be counted", e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

package dev.musubi.messaging;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code musubi.messaging}.
 *
 * @param kafka bootstrap servers, {@code host:port}, several separated by commas
 * @param service name of this service; {@code spring.application.name} when not set
 * @param client further settings of every Kafka client, for example {@code security.protocol}
 */
@ConfigurationProperties(prefix = "musubi.messaging", ignoreUnknownFields = false)
public record MessagingProperties(
    String kafka,
    @Nullable String service,
    @DefaultValue Map<String, String> client,
    @DefaultValue Relay relay,
    @DefaultValue Consumers consumers,
    @DefaultValue Inbox inbox,
    @DefaultValue TopicSettings topics) {

  @SuppressWarnings("NullableProblems")
  public MessagingProperties {
    if (kafka == null || kafka.isBlank()) {
      throw new IllegalArgumentException(
          "musubi.messaging.kafka is not set: give the address of Kafka (MUSUBI_KAFKA)");
    }
  }

  /**
   * @param enabled false: events wait in the outbox until an instance that relays comes
   * @param poll how often to look without having been woken: the safety net
   * @param standby how often another instance asks whether it may take over
   * @param batch most events in one Kafka transaction
   * @param batchSize most payload in one Kafka transaction; a single event may exceed it
   */
  public record Relay(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("5s") Duration poll,
      @DefaultValue("2s") Duration standby,
      @DefaultValue("1000") int batch,
      @DefaultValue("8MB") DataSize batchSize) {
    public Relay {
      positive("relay.poll", poll);
      positive("relay.standby", standby);
      atLeast("relay.batch", batch, 1);
      atLeast("relay.batch-size", batchSize.toBytes(), 1);
    }
  }

  /**
   * @param enabled false: no subscription of this instance listens
   * @param threads consumers of each subscription in this instance
   * @param attempts how often an event is tried before it becomes a dead letter
   * @param pause before the second attempt; doubled before each further one
   * @param longestPause where doubling ends
   * @param window most events held in memory a partition, waiting for one that is retried
   * @param count how often dead letters are counted for metrics and the health page
   */
  public record Consumers(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("1") int threads,
      @DefaultValue("5") int attempts,
      @DefaultValue("300ms") Duration pause,
      @DefaultValue("30s") Duration longestPause,
      @DefaultValue("1000") int window,
      @DefaultValue("30s") Duration count) {
    public Consumers {
      positive("consumers.count", count);
      atLeast("consumers.threads", threads, 1);
      atLeast("consumers.attempts", attempts, 1);
      positive("consumers.pause", pause);
      positive("consumers.longest-pause", longestPause);
      atLeast("consumers.window", window, 1);
    }
  }

  /**
   * @param keep how long it is remembered that an event was handled
   * @param purge how often older memories are deleted
   */
  public record Inbox(@DefaultValue("30d") Duration keep, @DefaultValue("1h") Duration purge) {
    public Inbox {
      if (keep.compareTo(Duration.ofDays(1)) < 0) {
        throw new IllegalArgumentException("musubi.messaging.inbox.keep must be at least 1d");
      }
      positive("inbox.purge", purge);
    }
  }

  /**
   * How topics are created; those that exist stay as they are.
   *
   * @param partitions of each topic of events. More later would change where keys lie, and so their
   *     order.
   * @param keepHistory how long every single change and tombstone stays before compaction may take
   *     it: a reader that is away for less sees all of them
   * @param keepDeadLetters how long dead letters stay
   */
  public record TopicSettings(
      @DefaultValue("6") int partitions,
      @DefaultValue("30d") Duration keepHistory,
      @DefaultValue("365d") Duration keepDeadLetters) {
    public TopicSettings {
      atLeast("topics.partitions", partitions, 1);
      positive("topics.keep-history", keepHistory);
      positive("topics.keep-dead-letters", keepDeadLetters);
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("musubi.messaging." + name + " must be longer than 0");
    }
  }

  private static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "musubi.messaging." + name + " must be at least " + least + ", not " + value);
    }
  }
}

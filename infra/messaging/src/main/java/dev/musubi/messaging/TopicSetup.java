package dev.musubi.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics that are not there. Any service may do so at any time: whoever comes second
 * finds them. Replication is the broker's default.
 */
public final class TopicSetup {
  private static final String DEAD_LETTER_MAX_BYTES = "2097152";
  private static final String SMALL_SEGMENT = "16777216";

  private final KafkaClients clients;
  private final MessagingProperties.TopicSettings settings;

  public TopicSetup(KafkaClients clients, MessagingProperties.TopicSettings settings) {
    this.clients = clients;
    this.settings = settings;
  }

  /**
   * Creates topics of events.
   *
   * @throws KafkaException when Kafka does not answer
   */
  public void events(Collection<String> topics) {
    create(topics.stream().map(this::event).toList());
  }

  /** Creates what a consumer needs beside its topic of events. */
  public void consumer(String topic, String consumer) {
    create(
        List.of(
            event(topic),
            letters(Topics.deadLetters(topic, consumer)),
            letters(Topics.replays(topic, consumer)),
            decisions()));
  }

  /** Creates the topic in which decisions about dead letters are kept. */
  public void decisionsOnly() {
    create(List.of(decisions()));
  }

  /** Creates the topic in which a relay notes what it has sent. */
  public void marker(String topic) {
    create(
        List.of(
            new NewTopic(topic, Optional.of(1), Optional.empty())
                .configs(
                    Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.SEGMENT_BYTES_CONFIG,
                        SMALL_SEGMENT))));
  }

  private NewTopic event(String topic) {
    return new NewTopic(topic, Optional.of(settings.partitions()), Optional.empty())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, millis(settings.keepHistory()),
                TopicConfig.DELETE_RETENTION_MS_CONFIG, millis(settings.keepHistory())));
  }

  private NewTopic letters(String topic) {
    return new NewTopic(topic, Optional.of(1), Optional.empty())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                millis(settings.keepDeadLetters()),
                TopicConfig.RETENTION_BYTES_CONFIG,
                "-1",
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                DEAD_LETTER_MAX_BYTES));
  }

  private NewTopic decisions() {
    return new NewTopic(Topics.DECISIONS, Optional.of(1), Optional.empty())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.SEGMENT_BYTES_CONFIG,
                SMALL_SEGMENT));
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }

  private void create(List<NewTopic> topics) {
    try (Admin admin = clients.admin()) {
      for (KafkaFuture<Void> each : admin.createTopics(topics).values().values()) {
        await(each);
      }
    }
  }

  private static void await(KafkaFuture<Void> creation) {
    try {
      creation.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return;
      }
      if (e.getCause() instanceof InvalidTopicException) {
        // Whoever writes to it learns so, and its key is parked.
        return;
      }
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while topics were created", e);
    }
  }
}

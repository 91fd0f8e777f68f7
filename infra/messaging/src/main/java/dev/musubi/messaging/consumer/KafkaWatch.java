package dev.musubi.messaging.consumer;

import dev.musubi.messaging.KafkaClients;
import dev.musubi.observability.Reading;
import dev.musubi.observability.Watched;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Whether Kafka answers. */
final class KafkaWatch implements Watched, AutoCloseable {
  private static final int TIMEOUT_MS = 1500;

  private final KafkaClients clients;
  private @Nullable Admin admin;

  KafkaWatch(KafkaClients clients) {
    this.clients = clients;
  }

  @Override
  public String what() {
    return "kafka";
  }

  @Override
  public List<Reading> readings() {
    long from = System.nanoTime();
    try {
      admin().describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MS)).nodes().get();
      return List.of(Reading.answers(what(), Duration.ofNanos(System.nanoTime() - from)));
    } catch (ExecutionException away) {
      return List.of(Reading.away(what(), String.valueOf(away.getCause())));
    } catch (InterruptedException late) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", late);
    }
  }

  /** Opened when somebody looks for the first time, and kept: opening costs more than asking. */
  private synchronized Admin admin() {
    Admin open = admin;
    if (open == null) {
      open = clients.admin();
      admin = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}

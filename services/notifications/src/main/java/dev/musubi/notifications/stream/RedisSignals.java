package dev.musubi.notifications.stream;

import dev.musubi.notifications.NotificationsSettings;
import dev.musubi.notifications.application.Signals;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Carries signals of new alerts from instance to instance over Redis. Nothing depends on their
 * arrival: {@link AlertStreams#poll} finds what a lost one would have said.
 */
@Component
public class RedisSignals implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(RedisSignals.class);
  private static final String CHANNEL = "musubi:alerts";
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final RedisClient client;
  private final AlertStreams streams;
  private final ReentrantLock connecting = new ReentrantLock();
  private volatile @Nullable StatefulRedisPubSubConnection<String, String> listening;
  private volatile @Nullable StatefulRedisPubSubConnection<String, String> speaking;

  RedisSignals(NotificationsSettings settings, AlertStreams streams, Signals signals) {
    this.streams = streams;
    RedisURI address = RedisURI.create(settings.redis());
    address.setTimeout(TIMEOUT);
    this.client = RedisClient.create(address);
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(true)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .build());
    signals.onAlert(this::publish);
  }

  /** Connects if that has not been done; Lettuce keeps the connection up from then on. */
  public void connect() {
    if (listening != null && speaking != null) {
      return;
    }
    connecting.lock();
    try {
      if (listening == null) {
        StatefulRedisPubSubConnection<String, String> fresh = client.connectPubSub();
        fresh.addListener(new Listener());
        fresh.sync().subscribe(CHANNEL);
        listening = fresh;
      }
      if (speaking == null) {
        speaking = client.connectPubSub();
      }
    } catch (RuntimeException away) {
      LOG.warn("Redis cannot be reached; alerts in open pages come a little later", away);
    } finally {
      connecting.unlock();
    }
  }

  /** Whether signals reach other instances now. */
  public boolean connected() {
    StatefulRedisPubSubConnection<String, String> connection = speaking;
    return connection != null && connection.isOpen();
  }

  private void publish(UUID organisation) {
    streams.signal(organisation);
    StatefulRedisPubSubConnection<String, String> connection = speaking;
    if (connection == null || !connection.isOpen()) {
      return;
    }
    connection
        .async()
        .publish(CHANNEL, organisation.toString())
        .exceptionally(
            away -> {
              LOG.debug("Signal lost: {}", away.getMessage());
              return 0L;
            });
  }

  @Override
  public void destroy() {
    client.shutdown(Duration.ZERO, TIMEOUT);
  }

  private final class Listener extends RedisPubSubAdapter<String, String> {
    @Override
    public void message(String channel, String message) {
      try {
        streams.signal(UUID.fromString(message));
      } catch (IllegalArgumentException foreign) {
        LOG.warn("A signal that is none of ours came over Redis");
      }
    }
  }
}

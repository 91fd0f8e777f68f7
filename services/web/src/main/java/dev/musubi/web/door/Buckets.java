package dev.musubi.web.door;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Token buckets in Redis, shared by all instances. When Redis is away each instance counts for
 * itself: nobody is shut out, and nobody is let in without measure.
 */
@Component
class Buckets implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Buckets.class);
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int LOCAL_BUCKETS = 20_000;

  private final LettuceConnectionFactory redis;
  private final ReentrantLock connecting = new ReentrantLock();
  private final Map<String, Bucket> local = Collections.synchronizedMap(new Newest());
  private volatile @Nullable ProxyManager<String> shared;
  private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;
  private volatile Instant retryAfter = Instant.MIN;

  Buckets(LettuceConnectionFactory redis) {
    this.redis = redis;
  }

  ConsumptionProbe take(String key, BucketConfiguration configuration) {
    ProxyManager<String> manager = connected();
    if (manager != null) {
      try {
        return manager
            .builder()
            .build("musubi:limit:" + key, () -> configuration)
            .tryConsumeAndReturnRemaining(1);
      } catch (RuntimeException away) {
        redisIsAway(away);
      }
    }
    return local
        .computeIfAbsent(key, ignored -> Bucket.builder().addLimit(only(configuration)).build())
        .tryConsumeAndReturnRemaining(1);
  }

  private static io.github.bucket4j.Bandwidth only(BucketConfiguration configuration) {
    return configuration.getBandwidths()[0];
  }

  private @Nullable ProxyManager<String> connected() {
    if (Instant.now().isBefore(retryAfter)) {
      return null;
    }
    ProxyManager<String> known = shared;
    if (known != null) {
      return known;
    }
    connecting.lock();
    try {
      return shared == null ? connect() : shared;
    } catch (RedisException away) {
      redisIsAway(away);
      return null;
    } finally {
      connecting.unlock();
    }
  }

  private @Nullable ProxyManager<String> connect() {
    if (!(redis.getRequiredNativeClient() instanceof RedisClient client)) {
      throw new IllegalStateException("rate limits need a single Redis address");
    }
    StatefulRedisConnection<String, byte[]> opened =
        client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
    opened.setTimeout(Duration.ofMillis(500));
    connection = opened;
    ProxyManager<String> manager =
        Bucket4jLettuce.casBasedBuilder(opened)
            .requestTimeout(Duration.ofMillis(500))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
            .build();
    shared = manager;
    return manager;
  }

  private void redisIsAway(RuntimeException cause) {
    retryAfter = Instant.now().plus(PAUSE);
    LOG.warn("Redis is away: this instance counts requests for itself. {}", cause.toString());
  }

  @Override
  public void destroy() {
    StatefulRedisConnection<String, byte[]> open = connection;
    if (open != null) {
      open.close();
    }
  }

  /** Keeps the newest keys only, so that many addresses cannot fill the memory. */
  private static final class Newest extends LinkedHashMap<String, Bucket> {
    private static final long serialVersionUID = 1L;

    Newest() {
      super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > LOCAL_BUCKETS;
    }
  }
}

package dev.musubi.web.operation;

import dev.musubi.observability.Reading;
import dev.musubi.observability.Watched;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;

/** Whether Redis answers, which holds the sessions. */
@Component
final class RedisWatch implements Watched {
  private final RedisConnectionFactory redis;

  RedisWatch(RedisConnectionFactory redis) {
    this.redis = redis;
  }

  @Override
  public String what() {
    return "redis";
  }

  @Override
  public List<Reading> readings() {
    long from = System.nanoTime();
    try (RedisConnection connection = redis.getConnection()) {
      connection.ping();
    }
    return List.of(Reading.answers(what(), Duration.ofNanos(System.nanoTime() - from)));
  }
}

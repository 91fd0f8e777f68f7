package dev.musubi.messaging.outbox;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outbox for health and metrics. It says UP while events can be written: with Kafka away a
 * service still takes work, so restarting it would mend nothing. Alert on the metrics.
 */
final class OutboxStatus implements HealthIndicator, MeterBinder {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private final RelayState relay;
  private Measured last = new Measured(0, 0, 0);
  private long measuredAt = System.nanoTime() - FRESH.toNanos();

  OutboxStatus(JdbcClient jdbc, RelayState relay) {
    this.jdbc = jdbc;
    this.relay = relay;
  }

  @Override
  public Health health() {
    Measured now = measured();
    Health.Builder health =
        Health.up()
            .withDetail("size", now.size())
            .withDetail("oldestSeconds", now.oldestSeconds())
            .withDetail("parkedKeys", now.parked())
            .withDetail("relaying", relay.isLeading());
    String trouble = relay.trouble();
    if (trouble != null) {
      health.withDetail("trouble", trouble);
    }
    return health.build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("musubi.outbox.size", this, it -> it.measured().size())
        .description("Events that wait to be sent")
        .register(registry);
    Gauge.builder("musubi.outbox.oldest", this, it -> it.measured().oldestSeconds())
        .baseUnit("seconds")
        .description("Age of the oldest event that waits")
        .register(registry);
    Gauge.builder("musubi.outbox.parked", this, it -> it.measured().parked())
        .description("Keys whose next event Kafka refuses")
        .register(registry);
    Gauge.builder("musubi.outbox.relaying", relay, it -> it.isLeading() ? 1 : 0)
        .description("1 in the one instance that sends")
        .register(registry);
    FunctionCounter.builder("musubi.outbox.sent", relay, RelayState::sentSinceStart)
        .description("Events sent by this instance")
        .register(registry);
  }

  /** Counts at most every few seconds, however many ask. */
  private synchronized Measured measured() {
    if (System.nanoTime() - measuredAt >= FRESH.toNanos()) {
      last =
          jdbc.sql(
                  """
                  SELECT count(*), coalesce(extract(epoch FROM now() - min(occurred_at)), 0),
                    (SELECT count(*) FROM outbox_parked)
                  FROM outbox
                  """)
              .query((row, _) -> new Measured(row.getLong(1), row.getLong(2), row.getLong(3)))
              .single();
      measuredAt = System.nanoTime();
    }
    return last;
  }

  private record Measured(long size, long oldestSeconds, long parked) {}
}

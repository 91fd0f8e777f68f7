package dev.musubi.messaging.outbox;

import dev.musubi.observability.Fresh;
import dev.musubi.observability.Reading;
import dev.musubi.observability.Watched;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outbox for health and metrics. It says UP while events can be written: with Kafka away a
 * service still takes work, so restarting it would mend nothing. Alert on the metrics.
 */
final class OutboxStatus implements HealthIndicator, MeterBinder, Watched {
  private static final Duration MAY_WAIT = Duration.ofSeconds(30);

  private final JdbcClient jdbc;
  private final RelayState relay;
  private final Fresh<Measured> measured = new Fresh<>(this::measure);

  OutboxStatus(JdbcClient jdbc, RelayState relay) {
    this.jdbc = jdbc;
    this.relay = relay;
  }

  @Override
  public Health health() {
    Measured now = measured.get();
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
    Gauge.builder("musubi.outbox.size", this, it -> it.measured.get().size())
        .description("Events that wait to be sent")
        .register(registry);
    Gauge.builder("musubi.outbox.oldest", this, it -> it.measured.get().oldestSeconds())
        .baseUnit("seconds")
        .description("Age of the oldest event that waits")
        .register(registry);
    Gauge.builder("musubi.outbox.parked", this, it -> it.measured.get().parked())
        .description("Keys whose next event Kafka refuses")
        .register(registry);
    Gauge.builder("musubi.outbox.relaying", relay, it -> it.isLeading() ? 1 : 0)
        .description("1 in the one instance that sends")
        .register(registry);
    FunctionCounter.builder("musubi.outbox.sent", relay, RelayState::sentSinceStart)
        .description("Events sent by this instance")
        .register(registry);
  }

  @Override
  public String what() {
    return "outbox";
  }

  @Override
  public List<Reading> readings() {
    Measured now = measured.get();
    Instant oldest = now.size() == 0 ? null : Instant.now().minusSeconds(now.oldestSeconds());
    return List.of(
        Reading.waiting(what(), null, now.size(), oldest, MAY_WAIT).troubledBy(relay.trouble()),
        Reading.stuck("parked-keys", null, now.parked()));
  }

  private Measured measure() {
    return jdbc.sql(
            """
            SELECT count(*), coalesce(extract(epoch FROM now() - min(occurred_at)), 0),
              (SELECT count(*) FROM outbox_parked)
            FROM outbox
            """)
        .query((row, _) -> new Measured(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  private record Measured(long size, long oldestSeconds, long parked) {}
}

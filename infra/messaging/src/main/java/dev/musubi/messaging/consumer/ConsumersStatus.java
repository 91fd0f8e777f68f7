package dev.musubi.messaging.consumer;

import dev.musubi.messaging.deadletter.DeadLetterCounts;
import dev.musubi.observability.Reading;
import dev.musubi.observability.Watched;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The consumers for health and metrics. Being late is no reason to be restarted. */
final class ConsumersStatus implements HealthIndicator, MeterBinder, Watched {
  private static final Duration MAY_WAIT = Duration.ofSeconds(60);

  private final List<ConsumerState> states;
  private final DeadLetterCounts letters;

  ConsumersStatus(List<ConsumerState> states, DeadLetterCounts letters) {
    this.states = states;
    this.letters = letters;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (ConsumerState each : states) {
      health.withDetail(each.consumer(), details(each));
    }
    return health.build();
  }

  private Map<String, Object> details(ConsumerState state) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("lag", state.lag());
    details.put("deadLetters", letters.of(state.topic(), state.consumer()));
    Instant since = state.waitingSince();
    if (since != null) {
      details.put("waitingSince", since.toString());
    }
    String trouble = state.trouble();
    if (trouble != null) {
      details.put("trouble", trouble);
    }
    return details;
  }

  @Override
  public String what() {
    return "consumer";
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    for (ConsumerState each : states) {
      long waiting = each.lag();
      Instant oldest = waiting == 0 ? null : each.waitingSince();
      readings.add(
          Reading.waiting(what(), each.consumer(), waiting, oldest, MAY_WAIT)
              .troubledBy(each.trouble()));
      readings.add(
          Reading.stuck(
              "dead-letters", each.consumer(), letters.of(each.topic(), each.consumer())));
    }
    return readings;
  }

  private static double age(ConsumerState state) {
    Instant since = state.waitingSince();
    return since == null || state.lag() == 0
        ? 0
        : Math.max(0, Duration.between(since, Instant.now()).toSeconds());
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (ConsumerState each : states) {
      Tags tags = Tags.of("consumer", each.consumer(), "topic", each.topic());
      Gauge.builder("musubi.consumer.lag", each, ConsumerState::lag)
          .tags(tags)
          .description("Events of this instance's partitions that are not handled yet")
          .register(registry);
      Gauge.builder("musubi.consumer.oldest", each, ConsumersStatus::age)
          .tags(tags)
          .baseUnit("seconds")
          .description("Age of the oldest event that is not handled yet")
          .register(registry);
      Gauge.builder(
              "musubi.consumer.deadletters", letters, it -> it.of(each.topic(), each.consumer()))
          .tags(tags)
          .description("Dead letters about which nobody has decided")
          .register(registry);
      FunctionCounter.builder("musubi.consumer.handled", each, ConsumerState::handledSinceStart)
          .tags(tags)
          .description("Events handled by this instance")
          .register(registry);
      FunctionCounter.builder("musubi.consumer.buried", each, ConsumerState::buriedSinceStart)
          .tags(tags)
          .description("Events that this instance made dead letters")
          .register(registry);
    }
  }
}

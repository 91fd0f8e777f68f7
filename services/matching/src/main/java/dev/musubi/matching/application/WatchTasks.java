package dev.musubi.matching.application;

import dev.musubi.matching.embedding.Progress;
import dev.musubi.matching.persistence.Tasks;
import dev.musubi.matching.persistence.Tasks.Kind;
import dev.musubi.matching.persistence.Tasks.Waiting;
import dev.musubi.observability.Fresh;
import dev.musubi.observability.Reading;
import dev.musubi.observability.Watched;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How much there is to index, to match and to embed, and for how long it has waited. */
@Component
class WatchTasks implements Watched, MeterBinder {
  private final Progress progress;
  private final Fresh<List<Waiting>> waiting;

  WatchTasks(Tasks tasks, Progress progress) {
    this.progress = progress;
    this.waiting = new Fresh<>(tasks::byKind);
  }

  @Override
  public String what() {
    return "tasks";
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    long parked = 0;
    for (Waiting each : waiting.get()) {
      readings.add(
          Reading.waiting(
              what(), each.kind().name(), each.count(), each.since(), mayWait(each.kind())));
      parked += each.parked();
    }
    readings.add(Reading.stuck("parked-tasks", null, parked));
    return readings;
  }

  /** An import of some ten thousand is embedded for the better part of an hour. */
  private static Duration mayWait(Kind kind) {
    return switch (kind) {
      case INDEX_NEED, INDEX_LISTING, MATCH_NEED, MATCH_LISTING -> Duration.ofMinutes(2);
      case EMBED_NEED -> Duration.ofMinutes(5);
      case EMBED_LISTING, EMBED_SENTENCES -> Duration.ofHours(1);
    };
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Kind each : Kind.values()) {
      gauge(registry, "musubi.tasks.waiting", each, Waiting::count, "Tasks that wait");
      gauge(registry, "musubi.tasks.parked", each, Waiting::parked, "Tasks that were set aside");
      gauge(
          registry, "musubi.tasks.oldest", each, WatchTasks::age, "Seconds the oldest has waited");
    }
    Gauge.builder("musubi.embedding.rate", progress, Progress::perSecond)
        .description("Texts a second that this instance embeds in bulk")
        .register(registry);
    Gauge.builder("musubi.embedding.made", progress, Progress::made)
        .description("Texts that this instance has embedded since its start")
        .register(registry);
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      Kind kind,
      ToDoubleFunction<Waiting> value,
      String description) {
    Gauge.builder(name, waiting, it -> value.applyAsDouble(it.get().get(kind.ordinal())))
        .tag("kind", kind.name())
        .description(description)
        .register(registry);
  }

  private static double age(Waiting waiting) {
    Instant since = waiting.since();
    return since == null ? 0 : Math.max(0, Duration.between(since, Instant.now()).toSeconds());
  }
}

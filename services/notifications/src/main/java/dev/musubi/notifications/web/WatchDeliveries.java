package dev.musubi.notifications.web;

import dev.musubi.notifications.persistence.Backlogs;
import dev.musubi.notifications.persistence.Backlogs.Due;
import dev.musubi.notifications.persistence.Backlogs.Kind;
import dev.musubi.notifications.stream.AlertStreams;
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
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What is due to be told, and for how long it has been. */
@Component
class WatchDeliveries implements Watched, MeterBinder {
  private static final Duration MAY_WAIT = Duration.ofMinutes(2);
  private static final Duration DIGESTS_MAY_WAIT = Duration.ofHours(3);

  private final AlertStreams streams;
  private final Fresh<List<Due>> due;
  private final Fresh<Long> failed;

  WatchDeliveries(Backlogs backlogs, AlertStreams streams) {
    this.streams = streams;
    this.due = new Fresh<>(backlogs::due);
    this.failed = new Fresh<>(backlogs::failedMails);
  }

  @Override
  public String what() {
    return "mails";
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    for (Due each : due.get()) {
      Duration mayWait = each.kind() == Kind.DIGESTS ? DIGESTS_MAY_WAIT : MAY_WAIT;
      readings.add(Reading.waiting(name(each.kind()), null, each.count(), each.since(), mayWait));
    }
    readings.add(Reading.stuck("failed-mails", null, failed.get()));
    readings.add(Reading.note("streams", streams.size()));
    return readings;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Kind each : Kind.values()) {
      Gauge.builder(
              "musubi." + name(each) + ".due", due, it -> it.get().get(each.ordinal()).count())
          .description("Due and not done yet")
          .register(registry);
      Gauge.builder(
              "musubi." + name(each) + ".oldest", due, it -> age(it.get().get(each.ordinal())))
          .baseUnit("seconds")
          .description("How long the oldest has been due")
          .register(registry);
    }
    Gauge.builder("musubi.mails.failed", failed, Fresh::get)
        .description("Mails that were given up in the last day")
        .register(registry);
    Gauge.builder("musubi.streams.open", streams, AlertStreams::size)
        .description("Open pages of this instance that wait for alerts")
        .register(registry);
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static double age(Due due) {
    Instant since = due.since();
    return since == null ? 0 : Math.max(0, Duration.between(since, Instant.now()).toSeconds());
  }
}

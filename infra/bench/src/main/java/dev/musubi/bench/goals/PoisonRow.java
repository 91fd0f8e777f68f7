package dev.musubi.bench.goals;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.musubi.bench.BenchEngines;
import dev.musubi.messaging.IncomingEvent;
import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.Subscription;
import dev.musubi.messaging.Topics;
import dev.musubi.model.Ids;
import dev.musubi.model.event.OrganisationState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * How quickly a consumer handles healthy keys while other keys are poisoned, beside the same number
 * of healthy events alone. One in a hundred records cannot be read, one in two hundred is refused
 * by its handler at every attempt, so that its key has to wait between them.
 */
final class PoisonRow implements Row {
  private static final int EVENTS = 6_000;
  private static final int PORTION = 200;
  private static final long PATIENCE_SECONDS = 120;

  @Override
  public String id() {
    return "poison";
  }

  @Override
  public List<Figure> measure(Setting setting) throws Exception {
    var poisoned = new ArrayList<Double>();
    var alone = new ArrayList<Double>();
    try (var engines = BenchEngines.start()) {
      var number = 0;
      // Once unmeasured: what is hot is compiled.
      new Run(engines, number++, setting.sized(EVENTS / 3)).rate(true);
      for (var round = 0; round < setting.rounds(); round++) {
        setting.tell("goals.round", id(), round + 1, setting.rounds());
        // In turn first and second, so that neither always meets the warmer machine.
        for (var poison : List.of(round % 2 == 0, round % 2 != 0)) {
          var rate = new Run(engines, number++, setting.sized(EVENTS)).rate(poison);
          (poison ? poisoned : alone).add(rate);
        }
      }
    }
    return List.of(new Figure("poison", "per-second", poisoned, alone, Goal.atLeast(0.95)));
  }

  /** A topic that is filled first and read then, by a service that never read it before. */
  private static final class Run {
    private final BenchEngines engines;
    private final String name;
    private final String database;
    private final int events;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final CountDownLatch first = new CountDownLatch(1);
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final CountDownLatch handled;

    Run(BenchEngines engines, int number, int events) {
      this.engines = engines;
      this.name = "poisonbench" + number;
      this.database = engines.database(name);
      this.events = events;
      this.handled = new CountDownLatch(events);
    }

    /** Healthy events a second, from the first to the last. */
    double rate(boolean poison) throws Exception {
      emptyTopic();
      fill(poison);
      var listener =
          new Subscription<>(
              name + ".organisation", Topics.ORGANISATION, OrganisationState.class, this::handle);
      var more = Map.<String, Object>of("musubi.messaging.relay.enabled", "false");
      try (var service = MeasuredService.start(engines, name, database, List.of(listener), more)) {
        var began = first.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var begun = System.nanoTime();
        if (!began || !handled.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException(handled.getCount() + " healthy events were not handled");
        }
        return events / Watch.seconds(begun);
      }
    }

    private void handle(IncomingEvent<OrganisationState> event) {
      if (refused.contains(event.key())) {
        throw new IllegalArgumentException("poison");
      }
      first.countDown();
      // A handling that is rolled back and repeated is one.
      if (seen.add(event.key())) {
        handled.countDown();
      }
    }

    private void emptyTopic() throws Exception {
      try (var admin = new KafkaClients(engines.kafka(), Map.of()).admin()) {
        if (admin.listTopics().names().get().contains(Topics.ORGANISATION)) {
          admin.deleteTopics(List.of(Topics.ORGANISATION)).all().get();
          Watch.until(50, () -> !admin.listTopics().names().get().contains(Topics.ORGANISATION));
        }
      }
    }

    /** In portions, so that poison lies between healthy events and not behind them. */
    private void fill(boolean poison) throws Exception {
      var more = Map.<String, Object>of("musubi.messaging.consumers.enabled", "false");
      try (var sender = MeasuredService.start(engines, name, database, List.of(), more);
          var producer = new KafkaClients(engines.kafka(), Map.of()).producer()) {
        for (var sent = 0; sent < events; sent += PORTION) {
          sender.send(
              Stream.generate(SampleEvents::fresh)
                  .limit(Math.min(PORTION, events - sent))
                  .toList());
          if (poison) {
            var id = Ids.next();
            refused.add(id.toString());
            sender.send(List.of(SampleEvents.of(id, 1)));
          }
          Watch.until(2, () -> sender.waiting() == 0);
          for (var i = 0; poison && i < PORTION / 100; i++) {
            var key = Ids.next().toString().getBytes(UTF_8);
            var record =
                new ProducerRecord<>(Topics.ORGANISATION, key, "{\"id\": ".getBytes(UTF_8));
            producer.send(record).get();
          }
        }
      }
    }
  }
}

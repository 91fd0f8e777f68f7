package dev.musubi.bench.goals;

import dev.musubi.bench.BenchEngines;
import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.OutgoingEvent;
import dev.musubi.messaging.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The outbox's relay, which reads committed rows in their order, sends them in a transaction and
 * deletes them, beside an idempotent producer that sends as many records of the same keys and
 * payloads to the same topic, without the headers of an event, and keeps nothing in order with a
 * database. And beside the rate at which rows can be committed at all, one a transaction from four
 * threads.
 */
final class RelayRow implements Row {
  private static final int ROWS = 30_000;
  private static final int COMMITS = 2_000;
  private static final int COMMITTERS = 4;
  private static final int A_TRANSACTION = 500;
  private static final String NAME = "relaybench";

  @Override
  public String id() {
    return "relay";
  }

  @Override
  public List<Figure> measure(Setting setting) throws Exception {
    var drained = new ArrayList<Double>();
    var committed = new ArrayList<Double>();
    var produced = new ArrayList<Double>();
    try (var engines = BenchEngines.start();
        var service =
            MeasuredService.start(engines, NAME, engines.database(NAME), List.of(), Map.of())) {
      // Once unmeasured: topics are made, and what is hot is compiled.
      round(setting.sized(ROWS / 3), setting.sized(COMMITS / 4), service);
      produce(engines, setting.sized(ROWS / 3));
      for (var round = 0; round < setting.rounds(); round++) {
        setting.tell("goals.round", id(), round + 1, setting.rounds());
        var rates = round(setting.sized(ROWS), setting.sized(COMMITS), service);
        drained.add(rates.drained());
        committed.add(rates.committed());
        produced.add(produce(engines, setting.sized(ROWS)));
      }
    }
    return List.of(
        new Figure("relay.producer", "per-second", drained, produced, Goal.atLeast(0.10)),
        new Figure("relay.commits", "per-second", drained, committed, Goal.atLeast(1)));
  }

  private record Rates(double drained, double committed) {}

  private static Rates round(int rows, int commits, MeasuredService service) throws Exception {
    service.relay().stop();
    var committed = commit(commits, service);
    for (var left = rows; left > 0; left -= A_TRANSACTION) {
      service.send(SampleEvents.listings(Math.min(left, A_TRANSACTION)));
    }
    return new Rates(drain(service), committed);
  }

  /** Rows a second that can be committed, one a transaction. */
  private static double commit(int rows, MeasuredService service) throws Exception {
    var each = Math.max(1, rows / COMMITTERS);
    var events = new ConcurrentLinkedQueue<>(SampleEvents.listings(each * COMMITTERS));
    try (var threads = Executors.newFixedThreadPool(COMMITTERS)) {
      var begun = System.nanoTime();
      var work = new ArrayList<Future<?>>();
      for (var thread = 0; thread < COMMITTERS; thread++) {
        work.add(
            threads.submit(
                () -> {
                  for (var i = 0; i < each; i++) {
                    service.send(List.of(Objects.requireNonNull(events.poll())));
                  }
                }));
      }
      for (var one : work) {
        one.get();
      }
      return each * COMMITTERS / Watch.seconds(begun);
    }
  }

  /**
   * Rows a second from the moment at which the first are gone: to become the relay takes a while.
   */
  private static double drain(MeasuredService service) throws Exception {
    var all = service.waiting();
    var started = System.nanoTime();
    service.relay().start();
    Watch.until(1, () -> service.waiting() < all);
    var begun = System.nanoTime();
    var from = service.waiting();
    Watch.until(2, () -> service.waiting() == 0);
    // So few rows that all are gone at the first look: with the time to become the relay.
    return from == 0 ? all / Watch.seconds(started) : from / Watch.seconds(begun);
  }

  private static double produce(BenchEngines engines, int rows) {
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    SampleEvents.listings(rows).forEach(it -> records.add(record(it)));
    try (var producer = new KafkaClients(engines.kafka(), Map.of()).producer()) {
      producer.partitionsFor(Topics.LISTING);
      var begun = System.nanoTime();
      records.forEach(producer::send);
      producer.flush();
      return rows / Watch.seconds(begun);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(OutgoingEvent event) {
    return new ProducerRecord<>(
        event.topic(), event.key().getBytes(StandardCharsets.UTF_8), event.payload());
  }
}

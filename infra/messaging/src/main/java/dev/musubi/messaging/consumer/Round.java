package dev.musubi.messaging.consumer;

import dev.musubi.messaging.Envelope;
import dev.musubi.messaging.IncomingEvent;
import dev.musubi.messaging.deadletter.DeadLetterSender;
import dev.musubi.observability.Span;
import dev.musubi.observability.Trace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles records that may be handled now: the batch first, then one by one, then dead letters. */
final class Round<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Round.class);

  private final Listener<T> listener;
  private final EventReader<T> reader;
  private final HandledOnce<T> once;
  private final DeadLetterSender letters;
  private final ConsumerState state;
  private final Pauses pauses;
  private final int maxAttempts;
  private final Outage outage;
  private final Clock clock = Clock.systemUTC();

  Round(
      Listener<T> listener,
      EventReader<T> reader,
      HandledOnce<T> once,
      DeadLetterSender letters,
      ConsumerState state,
      Pauses pauses,
      int maxAttempts) {
    this.listener = listener;
    this.reader = reader;
    this.once = once;
    this.letters = letters;
    this.state = state;
    this.pauses = pauses;
    this.maxAttempts = maxAttempts;
    this.outage = new Outage(pauses);
  }

  Outage outage() {
    return outage;
  }

  /** Handles them in slices as large as the handler takes, until told to stop. */
  void handle(List<Pending> records, BooleanSupplier stop) {
    Set<String> held = new HashSet<>();
    int size = listener.maxBatch();
    for (int from = 0; from < records.size(); from += size) {
      if (stop.getAsBoolean() || outage.lasts(clock.instant())) {
        return;
      }
      slice(records.subList(from, Math.min(records.size(), from + size)), held);
    }
  }

  private void slice(List<Pending> records, Set<String> held) {
    List<Readable<T>> events = new ArrayList<>();
    for (Pending each : records) {
      if (!held.contains(each.lane())) {
        read(each, events, held);
      }
    }
    if (!events.isEmpty() && !allAtOnce(events)) {
      oneByOne(events, held);
    }
  }

  /** An unreadable record has no attempts: only its burial may have to wait. */
  private void read(Pending pending, List<Readable<T>> events, Set<String> held) {
    try {
      events.add(new Readable<>(pending, reader.read(pending.record())));
    } catch (Unreadable e) {
      try (Trace.Step step = step(pending)) {
        step.failed(e);
        if (!bury(pending, e)) {
          held.add(pending.lane());
        }
      }
    }
  }

  /** Of the trace that the record belongs to; a batch counts as caused by its first. */
  private Trace.Step step(Pending pending) {
    return Trace.begin(
        Span.Kind.CONSUMER,
        listener.consumer(),
        Envelope.text(pending.record().headers(), Envelope.TRACE_PARENT).orElse(null));
  }

  private boolean allAtOnce(List<Readable<T>> events) {
    boolean batch =
        events.size() > 1
            && events.stream()
                .noneMatch(it -> it.pending().wasTried() || once.isReplay(it.record()));
    if (!batch) {
      return false;
    }
    try (Trace.Step _ = step(events.getFirst().pending())) {
      return together(events);
    }
  }

  private boolean together(List<Readable<T>> events) {
    try {
      once.handle(events);
      events.forEach(this::succeeded);
      return true;
    } catch (Throwable e) {
      rethrowFatal(e);
      LOG.warn(
          "{} failed on a batch of {} and goes on one by one: {}",
          listener.consumer(),
          events.size(),
          e.toString());
      return false;
    }
  }

  private void oneByOne(List<Readable<T>> events, Set<String> held) {
    for (Readable<T> each : events) {
      if (!held.contains(each.pending().lane()) && !alone(each)) {
        held.add(each.pending().lane());
        if (outage.lasts(clock.instant())) {
          return;
        }
      }
    }
  }

  /** False when the event is to be tried again. */
  private boolean alone(Readable<T> it) {
    try (Trace.Step step = step(it.pending())) {
      try {
        once.handle(List.of(it));
        succeeded(it);
        return true;
      } catch (Throwable e) {
        rethrowFatal(e);
        step.failed(e);
        return FailureKind.isTransient(e) ? waits(it.pending(), e) : failed(it, e);
      }
    }
  }

  /** The event is to blame for nothing when the virtual machine itself fails. */
  private static void rethrowFatal(Throwable failure) {
    if (failure instanceof VirtualMachineError fatal && !(fatal instanceof StackOverflowError)) {
      throw fatal;
    }
  }

  private void succeeded(Readable<T> it) {
    it.pending().done();
    outage.success();
    state.handled();
  }

  private boolean waits(Pending pending, Throwable failure) {
    var pause = pending.waits(clock.instant(), pauses);
    boolean stopped = outage.failure(clock.instant());
    state.waits(failure);
    LOG.warn(
        "{} waits {} ms with {}{}: {}",
        listener.consumer(),
        pause.toMillis(),
        describe(pending),
        stopped ? " and with all others" : "",
        failure.toString());
    return false;
  }

  private boolean failed(Readable<T> it, Throwable failure) {
    Pending pending = it.pending();
    IncomingEvent<T> event = it.event();
    pending.failed(clock.instant(), pauses);
    if (pending.attempts() >= maxAttempts) {
      return bury(pending, failure, event.key(), event.aggregateVersion());
    }
    LOG.warn(
        "{} failed on {}, attempt {} of {}: {}",
        listener.consumer(),
        describe(pending),
        pending.attempts(),
        maxAttempts,
        failure.toString());
    return false;
  }

  private boolean bury(Pending pending, Unreadable failure) {
    return bury(pending, failure, "", 0);
  }

  private boolean bury(Pending pending, Throwable failure, String key, long version) {
    try {
      letters.send(
          pending.record(), listener.topic(), listener.consumer(), failure, pending.attempts());
      once.bury(pending.record(), key, version);
    } catch (RuntimeException e) {
      return waits(pending, e);
    }
    pending.done();
    state.buried();
    LOG.error(
        "{} could not handle {}; it is a dead letter now (./musubi dead-letters list)",
        listener.consumer(),
        describe(pending),
        failure);
    return true;
  }

  private static String describe(Pending pending) {
    var record = pending.record();
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }
}

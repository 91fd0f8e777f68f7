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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles records that may be handled now: the batch first, then one by one, then dead letters. */
final class Round<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Round.class);

  private final Listener<T> listener;
  private final EventReader<T> reader;
  private final HandledOnce<T> once;
  private final Burial burial;
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
    this.burial = new Burial(listener, once, letters);
    this.state = state;
    this.pauses = pauses;
    this.maxAttempts = maxAttempts;
    this.outage = new Outage(pauses);
  }

  Outage outage() {
    return outage;
  }

  /**
   * Handles them in slices as large as the handler takes, until told to stop. What cannot be read
   * is buried before, all of it together: a burial waits for Kafka and for a commit, and healthy
   * keys should wait for that once and not with every record.
   */
  void handle(List<Pending> records, BooleanSupplier stop) {
    Set<String> held = new HashSet<>();
    List<Readable<T>> events = read(records, held);
    int size = listener.maxBatch();
    for (int from = 0; from < events.size(); from += size) {
      if (stop.getAsBoolean() || outage.lasts(clock.instant())) {
        return;
      }
      slice(events.subList(from, Math.min(events.size(), from + size)), held);
    }
  }

  private void slice(List<Readable<T>> records, Set<String> held) {
    List<Readable<T>> events =
        records.stream().filter(it -> !held.contains(it.pending().lane())).toList();
    if (!events.isEmpty() && !allAtOnce(events)) {
      oneByOne(events, held);
    }
  }

  /**
   * An unreadable record has no attempts: only its burial may have to wait, and its lane with it.
   */
  private List<Readable<T>> read(List<Pending> records, Set<String> held) {
    List<Readable<T>> events = new ArrayList<>();
    List<Dead> unreadable = new ArrayList<>();
    for (Pending each : records) {
      try {
        events.add(new Readable<>(each, reader.read(each.record())));
      } catch (Unreadable e) {
        unreadable.add(Dead.unreadable(each, e));
      }
    }
    if (!unreadable.isEmpty()) {
      bury(unreadable, held);
    }
    return events;
  }

  private void bury(List<Dead> dead, Set<String> held) {
    var failures = burial.bury(dead);
    for (int i = 0; i < dead.size(); i++) {
      Dead one = dead.get(i);
      try (Trace.Step step = step(one.pending())) {
        step.failed(one.failure());
        if (!buried(one, failures.get(i).orElse(null))) {
          held.add(one.pending().lane());
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
      var dead = new Dead(pending, failure, event.key(), event.aggregateVersion());
      return buried(dead, burial.bury(List.of(dead)).getFirst().orElse(null));
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

  /** False when its burial has to be tried again. */
  private boolean buried(Dead dead, @Nullable RuntimeException failure) {
    if (failure != null) {
      return waits(dead.pending(), failure);
    }
    dead.pending().done();
    state.buried();
    LOG.error(
        "{} could not handle {}; it is a dead letter now (./musubi dead-letters list)",
        listener.consumer(),
        describe(dead.pending()),
        dead.failure());
    return true;
  }

  private static String describe(Pending pending) {
    var record = pending.record();
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }
}

package dev.musubi.messaging.consumer;

import dev.musubi.messaging.KafkaClients;
import dev.musubi.messaging.TopicSetup;
import dev.musubi.messaging.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a consumer group. All of it happens on one thread, rebalances included, so that no
 * handler runs while partitions change hands. It keeps polling, with partitions paused, whatever
 * its handlers wait for, and so stays in the group.
 */
final class ConsumerLoop<T> implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration SAVE = Duration.ofSeconds(1);
  private static final int SINGLES_BETWEEN_POLLS = 100;

  private final Listener<T> listener;
  private final KafkaClients clients;
  private final TopicSetup topics;
  private final Round<T> round;
  private final Positions positions;
  private final ConsumerState state;
  private final Pauses pauses;
  private final int window;
  private final Clock clock = Clock.systemUTC();
  private final CountDownLatch stop = new CountDownLatch(1);

  ConsumerLoop(
      Listener<T> listener,
      KafkaClients clients,
      TopicSetup topics,
      Round<T> round,
      Positions positions,
      ConsumerState state,
      Pauses pauses,
      int window) {
    this.listener = listener;
    this.clients = clients;
    this.topics = topics;
    this.round = round;
    this.positions = positions;
    this.state = state;
    this.pauses = pauses;
    this.window = window;
  }

  /** Runs until {@link #stop}; after any failure it begins anew. */
  @Override
  public void run() {
    int failures = 0;
    while (!stopped(Duration.ZERO)) {
      Instant began = clock.instant();
      try {
        topics.consumer(listener.topic(), listener.consumer());
        listen();
      } catch (Throwable e) {
        // Whatever it was, nobody else would read these partitions on.
        boolean ranWell = began.plus(pauses.longest()).isBefore(clock.instant());
        failures = ranWell ? 1 : failures + 1;
        begunAnew(e, pauses.after(failures));
      }
    }
  }

  private void begunAnew(Throwable failure, Duration pause) {
    if (!stopped(Duration.ZERO)) {
      state.waits(failure);
      LOG.warn(
          "{} lost Kafka or its database and begins anew in {} ms: {}",
          listener.consumer(),
          pause.toMillis(),
          failure.toString());
      LOG.debug("The failure", failure);
      stopped(pause);
    }
  }

  private void listen() {
    try (Consumer<byte[], byte[]> consumer = clients.member(listener.consumer())) {
      Assignment assignment =
          new Assignment(consumer, listener, new TopicIds(clients), positions, window);
      consumer.subscribe(
          Set.of(listener.topic(), Topics.replays(listener.topic(), listener.consumer())),
          assignment);
      try {
        Instant save = clock.instant();
        while (!stopped(Duration.ZERO)) {
          turn(consumer, assignment);
          if (!save.plus(SAVE).isAfter(clock.instant())) {
            assignment.saveQuietly();
            measure(assignment);
            save = clock.instant();
          }
        }
      } finally {
        assignment.saveQuietly();
      }
    }
  }

  private void turn(Consumer<byte[], byte[]> consumer, Assignment assignment) {
    Instant now = clock.instant();
    List<Pending> runnable = runnable(assignment, now);
    Duration wait = runnable.isEmpty() ? untilNext(assignment, now) : Duration.ZERO;
    assignment.flow();
    var fetched = consumer.poll(wait);
    Instant later = clock.instant();
    fetched.forEach(each -> assignment.add(each, later));
    // What was taken away meanwhile must not be begun: ask again.
    round.handle(runnable(assignment, later), () -> stopped(Duration.ZERO));
  }

  private List<Pending> runnable(Assignment assignment, Instant now) {
    List<Pending> found = new ArrayList<>();
    if (!round.outage().lasts(now)) {
      assignment.runnable(now, Math.max(listener.maxBatch(), SINGLES_BETWEEN_POLLS), found);
    }
    return found;
  }

  private Duration untilNext(Assignment assignment, Instant now) {
    Instant due = round.outage().lasts(now) ? round.outage().until() : assignment.nextDue(now);
    Duration wait = Duration.between(now, due);
    return wait.compareTo(IDLE) > 0 ? IDLE : wait.isNegative() ? Duration.ZERO : wait;
  }

  private void measure(Assignment assignment) {
    state.measured(assignment.lag(), assignment.oldest());
  }

  /** Waits this long for the order to stop. */
  private boolean stopped(Duration wait) {
    try {
      return stop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Asks it to end after the event in hand. */
  void stop() {
    stop.countDown();
  }
}

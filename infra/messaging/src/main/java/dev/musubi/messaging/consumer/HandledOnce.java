package dev.musubi.messaging.consumer;

import dev.musubi.messaging.IncomingEvent;
import dev.musubi.messaging.Topics;
import dev.musubi.messaging.deadletter.Replay;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a handler for events that were not handled yet, in one transaction with the note of it. */
final class HandledOnce<T> {
  private static final Logger LOG = LoggerFactory.getLogger(HandledOnce.class);
  private static final int REPLAYED = -1;

  private final Listener<T> listener;
  private final Inbox inbox;
  private final TransactionTemplate transaction;

  HandledOnce(Listener<T> listener, Inbox inbox, TransactionTemplate transaction) {
    this.listener = listener;
    this.inbox = inbox;
    this.transaction = transaction;
  }

  /**
   * All of them or, when the handler fails, none. What is logged has been handled here and now, and
   * was not passed over: nobody should find a line of one event twice.
   */
  void handle(List<Readable<T>> events) {
    List<IncomingEvent<T>> handled = transaction.execute(_ -> handleNew(events));
    handled.forEach(it -> LOG.debug("{} handled {}", listener.consumer(), it.id()));
  }

  private List<IncomingEvent<T>> handleNew(List<Readable<T>> events) {
    List<IncomingEvent<T>> fresh =
        events.size() == 1 && isReplay(events.getFirst().record())
            ? replayed(events.getFirst())
            : unknown(events);
    if (!fresh.isEmpty()) {
      listener.handler().accept(fresh);
    }
    return fresh;
  }

  private List<IncomingEvent<T>> unknown(List<Readable<T>> events) {
    Set<UUID> claimed = inbox.claim(listener.consumer(), events.stream().map(this::entry).toList());
    // One event may stand twice in a batch: claimed once, handled once.
    return events.stream().map(Readable::event).filter(it -> claimed.remove(it.id())).toList();
  }

  private List<IncomingEvent<T>> replayed(Readable<T> event) {
    Inbox.Entry entry = entry(event);
    boolean superseded =
        Replay.onlyIfNewest(event.headers()) && inbox.hasLater(listener.consumer(), entry);
    if (superseded) {
      LOG.info(
          "{} passes over the replayed version {} of {}: it has handled a later one",
          listener.consumer(),
          entry.version(),
          entry.key());
    }
    boolean claimed =
        inbox.claimAgain(listener.consumer(), entry, superseded ? "SUPERSEDED" : "HANDLED");
    return claimed && !superseded ? List.of(event.event()) : List.of();
  }

  /** Notes that the events became dead letters: all of them or, when that fails, none. */
  void bury(List<Dead> dead) {
    if (!dead.isEmpty()) {
      transaction.executeWithoutResult(
          _ -> inbox.bury(listener.consumer(), dead.stream().map(this::entry).toList()));
    }
  }

  private Inbox.Entry entry(Dead it) {
    return new Inbox.Entry(
        it.key(),
        EventReader.identity(it.record()),
        it.version(),
        partition(it.record()),
        it.record().offset());
  }

  boolean isReplay(ConsumerRecord<byte[], byte[]> record) {
    return record.topic().equals(Topics.replays(listener.topic(), listener.consumer()));
  }

  private Inbox.Entry entry(Readable<T> it) {
    return new Inbox.Entry(
        it.event().key(),
        it.event().id(),
        it.event().aggregateVersion(),
        partition(it.record()),
        it.record().offset());
  }

  private int partition(ConsumerRecord<byte[], byte[]> record) {
    return isReplay(record) ? REPLAYED : record.partition();
  }
}

package dev.musubi.messaging.outbox;

import dev.musubi.messaging.Outbox;
import dev.musubi.messaging.OutgoingEvent;
import dev.musubi.model.Ids;
import dev.musubi.observability.Trace;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes events into the table of the same name, and wakes the relay once they are committed. */
final class TransactionalOutbox implements Outbox {
  private static final String INSERT =
      """
      INSERT INTO outbox (event_id, topic, key, type, version, occurred_at, traceparent, payload)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate jdbc;
  private final EventCheck check;
  private final Wake wake;
  private final Clock clock;

  TransactionalOutbox(JdbcTemplate jdbc, EventCheck check, Wake wake, Clock clock) {
    this.jdbc = jdbc;
    this.check = check;
    this.wake = wake;
    this.clock = clock;
  }

  @Override
  public void appendAll(Collection<OutgoingEvent> events) {
    requireTransaction();
    events.forEach(check::check);
    if (!events.isEmpty()) {
      jdbc.batchUpdate(INSERT, events.stream().map(this::row).toList());
      wakeAfterCommit();
    }
  }

  private static void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "append events in the transaction of the change that they tell of; there is none");
    }
    if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      throw new IllegalStateException("events cannot be appended in a read-only transaction");
    }
  }

  private Object[] row(OutgoingEvent event) {
    return List.of(
            Ids.next(),
            event.topic(),
            event.key(),
            event.type(),
            event.aggregateVersion(),
            Timestamp.from(clock.instant()),
            Trace.header(),
            new SqlParameterValue(Types.BINARY, event.payload()))
        .toArray();
  }

  /** Once a transaction, however many events it holds. */
  private void wakeAfterCommit() {
    boolean registered =
        TransactionSynchronizationManager.getSynchronizations().stream()
            .anyMatch(it -> it instanceof AfterCommit other && other.wake() == wake);
    if (!registered) {
      TransactionSynchronizationManager.registerSynchronization(new AfterCommit(wake));
    }
  }

  private record AfterCommit(Wake wake) implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      wake.signal();
    }
  }
}

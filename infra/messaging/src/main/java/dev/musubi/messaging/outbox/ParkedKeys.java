package dev.musubi.messaging.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys whose next event Kafka refuses, and what an operator may do about them. */
final class ParkedKeys {
  private static final String LIST =
      """
      SELECT p.topic, p.key, p.event_id, p.reason, p.parked_at, e.type, e.version,
        octet_length(e.payload) AS bytes,
        (SELECT count(*) FROM outbox w WHERE w.topic = p.topic AND w.key = p.key) AS waiting
      FROM outbox_parked p LEFT JOIN outbox e ON e.event_id = p.event_id
        AND e.topic = p.topic AND e.key = p.key
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Wake wake;

  ParkedKeys(JdbcClient jdbc, TransactionTemplate transaction, Wake wake) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.wake = wake;
  }

  List<ParkedKey> all() {
    return jdbc.sql(LIST + " ORDER BY p.parked_at, p.topic, p.key")
        .query(ParkedKeys::parkedKey)
        .list();
  }

  /** Lets the relay try again; false when the key is not parked. */
  boolean release(String topic, String key, String operator) {
    return decide("RELEASED", topic, key, operator, null) == Decision.DONE;
  }

  /** Deletes the refused event and lets the relay go on with those behind it. */
  Decision drop(String topic, String key, UUID event, String operator) {
    return decide("DROPPED", topic, key, operator, event);
  }

  private Decision decide(
      String name, String topic, String key, String operator, @Nullable UUID drop) {
    Decision decision =
        transaction.execute(
            _ -> {
              Optional<ParkedKey> parked = lock(topic, key);
              if (parked.isEmpty()) {
                return Decision.NOT_PARKED;
              }
              if (drop != null && !drop.equals(parked.get().eventId())) {
                return Decision.OTHER_EVENT;
              }
              note(name, parked.get(), operator);
              if (drop != null) {
                jdbc.sql("DELETE FROM outbox WHERE topic = ? AND key = ? AND event_id = ?")
                    .params(topic, key, drop)
                    .update();
              }
              jdbc.sql("DELETE FROM outbox_parked WHERE topic = ? AND key = ?")
                  .params(topic, key)
                  .update();
              return Decision.DONE;
            });
    wake.signal();
    return decision == null ? Decision.NOT_PARKED : decision;
  }

  private Optional<ParkedKey> lock(String topic, String key) {
    return jdbc.sql(LIST + " WHERE p.topic = ? AND p.key = ? FOR UPDATE OF p")
        .params(topic, key)
        .query(ParkedKeys::parkedKey)
        .optional();
  }

  private void note(String decision, ParkedKey parked, String operator) {
    jdbc.sql(
            """
            INSERT INTO outbox_decision
              (decided_by, decision, topic, key, event_id, type, version, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(operator, decision, parked.topic(), parked.key(), parked.eventId())
        .param(parked.type())
        .param(parked.version())
        .param(parked.reason())
        .update();
  }

  private static ParkedKey parkedKey(ResultSet row, int number) throws SQLException {
    return new ParkedKey(
        row.getString("topic"),
        row.getString("key"),
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        row.getObject("version", Long.class),
        row.getInt("bytes"),
        row.getString("reason"),
        row.getTimestamp("parked_at").toInstant(),
        row.getInt("waiting"));
  }

  /** What became of an operator's order. */
  enum Decision {
    DONE,
    NOT_PARKED,
    /** Another event is refused now than the one that the operator saw. */
    OTHER_EVENT
  }

  /**
   * @param waiting events of this key in the outbox, the refused one among them
   */
  record ParkedKey(
      String topic,
      String key,
      UUID eventId,
      @Nullable String type,
      @Nullable Long version,
      int bytes,
      String reason,
      Instant parkedAt,
      int waiting) {}
}

package dev.musubi.messaging.consumer;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The memory of a consumer: which events it has handled, and up to where. */
final class Inbox {
  private static final int PURGED_AT_ONCE = 5000;

  private final JdbcClient jdbc;

  Inbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes the events as handled by the current transaction. Waits while another transaction is
   * about to note one of them.
   *
   * @return those that nobody had noted before
   */
  Set<UUID> claim(String consumer, List<Entry> entries) {
    return note(consumer, entries, "HANDLED");
  }

  private Set<UUID> note(String consumer, List<Entry> entries, String outcome) {
    return new HashSet<>(
        jdbc.sql(
                """
                INSERT INTO inbox (
                  consumer, key, event_id, version, outcome, partition, record_offset)
                SELECT ?, e.key, e.event_id, e.version, ?, e.partition, e.record_offset
                FROM unnest(?::text[], ?::text[]::uuid[], ?::bigint[], ?::int[], ?::bigint[])
                  WITH ORDINALITY
                  AS e (key, event_id, version, partition, record_offset, place)
                ORDER BY e.place
                ON CONFLICT DO NOTHING RETURNING event_id
                """)
            .param(consumer)
            .param(outcome)
            .param(entries.stream().map(Entry::key).toArray(String[]::new))
            .param(entries.stream().map(it -> it.event().toString()).toArray(String[]::new))
            .param(entries.stream().map(Entry::version).toArray(Long[]::new))
            .param(entries.stream().map(Entry::partition).toArray(Integer[]::new))
            .param(entries.stream().map(Entry::offset).toArray(Long[]::new))
            .query(UUID.class)
            .list());
  }

  /**
   * Notes an event as handled that an operator sends again; false when it was handled after all.
   *
   * @param outcome HANDLED, or SUPERSEDED when it is too late for it
   */
  boolean claimAgain(String consumer, Entry entry, String outcome) {
    return jdbc.sql(
                """
                INSERT INTO inbox AS i (
                  consumer, key, event_id, version, outcome, partition, record_offset)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (consumer, key, event_id) DO UPDATE
                SET outcome = excluded.outcome, handled_at = now()
                WHERE i.outcome <> 'HANDLED'
                """)
            .params(consumer, entry.key(), entry.event(), entry.version(), outcome)
            .params(entry.partition(), entry.offset())
            .update()
        == 1;
  }

  /** Whether a later version of the aggregate was handled. */
  boolean hasLater(String consumer, Entry entry) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM inbox
              WHERE consumer = ? AND key = ? AND version > ? AND outcome = 'HANDLED')
            """)
        .params(consumer, entry.key(), entry.version())
        .query(Boolean.class)
        .single();
  }

  /** Notes that the events became dead letters, so that a second delivery is passed over. */
  void bury(String consumer, List<Entry> entries) {
    note(consumer, entries, "DEAD");
  }

  /**
   * Deletes some old memories of records that will not be read again, because the consumer stands
   * behind them.
   *
   * @return how many; call again until 0
   */
  int purge(Duration age) {
    return jdbc.sql(
            """
            DELETE FROM inbox WHERE ctid = ANY (ARRAY(
              SELECT i.ctid FROM inbox i
              WHERE i.handled_at < now() - make_interval(secs => ?)
                AND (i.partition < 0 OR i.record_offset < (
                  SELECT p.next_offset FROM inbox_position p
                  WHERE p.consumer = i.consumer AND p.partition = i.partition
                  ORDER BY p.updated_at DESC LIMIT 1))
              LIMIT ?))
            """)
        .params(age.toSeconds(), PURGED_AT_ONCE)
        .update();
  }

  /**
   * @param partition of the topic of events, or -1 for one that an operator sent again
   */
  record Entry(String key, UUID event, long version, int partition, long offset) {}
}

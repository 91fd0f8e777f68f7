package dev.musubi.messaging.consumer;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Up to where a consumer has handled each partition, as its own database knows it. */
final class Positions {
  private final JdbcClient jdbc;

  Positions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By partition; only those of this very topic, not of an earlier one of its name. */
  Map<Integer, Long> of(String consumer, UUID topic) {
    Map<Integer, Long> found = new HashMap<>();
    for (Next each :
        jdbc.sql(
                """
                SELECT partition, next_offset FROM inbox_position
                WHERE consumer = ? AND topic_id = ?
                """)
            .params(consumer, topic)
            .query((row, _) -> new Next(row.getInt(1), row.getLong(2)))
            .list()) {
      found.put(each.partition(), each.offset());
    }
    return found;
  }

  /** A late save of an instance that has lost the partition does not turn back. */
  void save(String consumer, UUID topic, int partition, long next) {
    jdbc.sql(
            """
            INSERT INTO inbox_position AS p (consumer, topic_id, partition, next_offset)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (consumer, topic_id, partition) DO UPDATE
            SET next_offset = greatest(p.next_offset, excluded.next_offset), updated_at = now()
            """)
        .params(consumer, topic, partition, next)
        .update();
  }

  private record Next(int partition, long offset) {}
}

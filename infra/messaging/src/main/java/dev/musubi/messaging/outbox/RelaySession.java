package dev.musubi.messaging.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * One connection on which a relay does all it does to the database. The lock that makes it the only
 * one belongs to this connection: who has lost it can neither read nor delete any more.
 */
final class RelaySession implements AutoCloseable {
  private static final String NEXT =
      """
      SELECT id, event_id, topic, key, type, version, occurred_at, traceparent, payload
      FROM (
        SELECT o.*, sum(coalesce(octet_length(payload), 0)) OVER (ORDER BY id) AS upto
        FROM (
          SELECT * FROM outbox w
          WHERE NOT EXISTS (
            SELECT 1 FROM outbox_parked p WHERE p.topic = w.topic AND p.key = w.key)
          ORDER BY id LIMIT ?
        ) o
      ) sized
      WHERE upto - coalesce(octet_length(payload), 0) < ?
      ORDER BY id
      """;
  private static final String DELETE =
      """
      DELETE FROM outbox o USING unnest(?::bigint[], ?::uuid[]) AS sent (id, event_id)
      WHERE o.id = sent.id AND o.event_id = sent.event_id
      """;
  private static final String PARK =
      """
      INSERT INTO outbox_parked (topic, key, event_id, reason) VALUES (?, ?, ?, ?)
      ON CONFLICT (topic, key) DO NOTHING
      """;

  private final Connection connection;
  private final String service;
  private final String channel;

  RelaySession(Connection connection, String service) throws SQLException {
    this.connection = connection;
    this.service = service;
    this.channel = channel(service);
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET application_name = 'musubi relay'");
      // A relay that is frozen, or whose host is gone, must not keep the lock for ever.
      statement.execute("SET idle_session_timeout = '60s'");
      statement.execute("SET tcp_keepalives_idle = 10");
      statement.execute("SET tcp_keepalives_interval = 5");
      statement.execute("SET tcp_keepalives_count = 3");
    }
  }

  static String channel(String service) {
    return "musubi_outbox_" + service.replaceAll("[^a-z0-9_]", "_");
  }

  /** Becomes the one relay of this service, unless there is another. */
  boolean tryLead() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
      query.setString(1, "musubi relay " + service);
      return truth(query);
    }
  }

  /** Tells the relay of another instance that something has committed here. */
  void wakeOthers() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT pg_notify(?, '')")) {
      query.setString(1, channel);
      query.execute();
    }
  }

  /** The next events in order, none of a parked key. */
  List<PendingEvent> next(int most, long bytes) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEXT)) {
      query.setInt(1, most);
      query.setLong(2, bytes);
      try (ResultSet row = query.executeQuery()) {
        List<PendingEvent> events = new ArrayList<>();
        while (row.next()) {
          events.add(event(row));
        }
        return events;
      }
    }
  }

  private static PendingEvent event(ResultSet row) throws SQLException {
    return new PendingEvent(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getLong(6),
        row.getTimestamp(7).toInstant(),
        row.getString(8),
        row.getBytes(9));
  }

  /** Topics of what waits, to be created before they are written to. */
  List<String> topics() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT DISTINCT topic FROM outbox")) {
      List<String> topics = new ArrayList<>();
      while (row.next()) {
        topics.add(row.getString(1));
      }
      return topics;
    }
  }

  int delete(Collection<PendingEvent.Reference> sent) throws SQLException {
    if (sent.isEmpty()) {
      return 0;
    }
    Array ids =
        connection.createArrayOf("bigint", sent.stream().map(PendingEvent.Reference::id).toArray());
    Array events =
        connection.createArrayOf(
            "uuid", sent.stream().map(PendingEvent.Reference::eventId).toArray());
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      statement.setArray(1, ids);
      statement.setArray(2, events);
      return statement.executeUpdate();
    }
  }

  void park(PendingEvent event, String reason) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PARK)) {
      statement.setString(1, event.topic());
      statement.setString(2, event.key());
      statement.setObject(3, event.eventId());
      statement.setString(4, reason);
      statement.executeUpdate();
    }
  }

  private static boolean truth(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  /**
   * Gives back the lead and the settings before the connection: one that comes from a pool lives on
   * there, and would keep every relay from leading until the pool lets go of it.
   */
  @Override
  public void close() throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_unlock_all()");
      statement.execute("RESET ALL");
    }
  }
}

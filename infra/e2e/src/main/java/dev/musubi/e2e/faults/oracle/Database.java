package dev.musubi.e2e.faults.oracle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is in the tables. */
final class Database {
  /** Schemas of services that send events. */
  private static final List<String> SENDERS =
      List.of("listings", "profiles", "matching", "deals", "notifications");

  private static final Map<Aggregate, String> TEXTS =
      Map.of(
          Aggregate.LISTING, "SELECT id, version, status, content::text FROM listings.listing",
          Aggregate.NEED, "SELECT id, version, state, content::text FROM profiles.need",
          Aggregate.DEAL,
              """
              SELECT d.id, d.version, d.stage, coalesce(string_agg(m.text, ' '), '')
              FROM deals.deal d LEFT JOIN deals.deal_message m ON m.deal = d.id GROUP BY d.id
              """);

  /** Whose versions must be those on the topic; what was never published is not there. */
  private static final Map<String, String> SOURCES =
      Map.of(
          "musubi.listing.v1", "SELECT id, version FROM listings.listing WHERE status <> 'DRAFT'",
          "musubi.need.v1", "SELECT id, version FROM profiles.need WHERE state <> 'DRAFT'",
          "musubi.match.v1", "SELECT id, version FROM matching.match",
          "musubi.deal.v1", "SELECT id, version FROM deals.deal");

  private static final Map<String, String> COPIES =
      Map.of(
          "musubi.listing.v1", "matching.listing notifications.listing_view deals.known_listing",
          "musubi.need.v1", "matching.need notifications.need_view deals.known_need",
          "musubi.organisation.v1",
              "matching.organisation notifications.organisation_view deals.known_firm",
          "musubi.match.v1", "notifications.match_view deals.known_match");

  /** Work that is not done, by what it is called in a report. */
  private static final Map<String, String> WORK =
      Map.of(
          "tasks of matching", "matching.task",
          "mails without addressees", "notifications.mailing WHERE addressed_at IS NULL",
          "mails that wait", "notifications.delivery WHERE state IN ('WAITING', 'SENDING')",
          "calls that wait", "notifications.webhook_delivery WHERE state = 'WAITING'",
          "first lists that wait", "notifications.first_list WHERE told_at IS NULL",
          "mails of accounts that wait", "profiles.mail");

  private final Connection connection;

  Database(Connection connection) {
    this.connection = connection;
  }

  /** Reads a column or several of one row. */
  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String query, Reading<T> reading) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      var all = new ArrayList<T>();
      while (row.next()) {
        all.add(reading.read(row));
      }
      return all;
    }
  }

  private Map<String, Long> versions(String query) throws SQLException {
    var versions = new HashMap<String, Long>();
    list(query, row -> versions.put(row.getString(1), row.getLong(2)));
    return versions;
  }

  Map<Aggregate, List<Facts.Row>> rows() throws SQLException {
    var rows = new HashMap<Aggregate, List<Facts.Row>>();
    for (var kind : Aggregate.values()) {
      rows.put(
          kind,
          list(
              String.valueOf(TEXTS.get(kind)),
              row ->
                  new Facts.Row(
                      row.getString(1), row.getLong(2), row.getString(3), row.getString(4))));
    }
    return rows;
  }

  Map<String, Map<String, Long>> sources() throws SQLException {
    var sources = new HashMap<String, Map<String, Long>>();
    for (var source : SOURCES.entrySet()) {
      sources.put(source.getKey(), versions(source.getValue()));
    }
    return sources;
  }

  /** By table and topic. */
  Map<String, Map<String, Long>> copies() throws SQLException {
    var copies = new HashMap<String, Map<String, Long>>();
    for (var copy : COPIES.entrySet()) {
      for (var table : copy.getValue().split(" ", -1)) {
        copies.put(table + " " + copy.getKey(), versions("SELECT id, version FROM " + table));
      }
    }
    return copies;
  }

  List<Facts.Pair> matches() throws SQLException {
    return list(
        "SELECT id, need_id, listing_id, active FROM matching.match",
        row ->
            new Facts.Pair(
                row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
  }

  /** What should be visible in the indices: table, id, and the revision where it is open. */
  List<Facts.Document> wanted() throws SQLException {
    return list(
        """
        SELECT 'listings', id, CASE WHEN open THEN revision ELSE -1 END FROM matching.listing
        UNION ALL
        SELECT 'needs', id, CASE WHEN active THEN revision ELSE -1 END FROM matching.need
        """,
        row -> new Facts.Document(row.getString(1), row.getString(2), row.getLong(3), -1));
  }

  List<Facts.Feedback> feedback() throws SQLException {
    return list(
        """
        SELECT match_id, concat_ws(' ', answer, reason), coalesce(comment, '')
        FROM matching.feedback
        """,
        row -> new Facts.Feedback(row.getString(1), row.getString(2), row.getString(3)));
  }

  List<String> messages() throws SQLException {
    return list("SELECT text FROM deals.deal_message", row -> row.getString(1));
  }

  /** Which consumer has noted which event. */
  Set<String> noted() throws SQLException {
    var noted = new HashSet<String>();
    for (var schema : SENDERS) {
      noted.addAll(
          list(
              "SELECT consumer, event_id FROM " + schema + ".inbox",
              row -> row.getString(1) + " " + row.getString(2)));
    }
    return noted;
  }

  Map<String, String> subscriptions() throws SQLException {
    var states = new HashMap<String, String>();
    list(
        "SELECT email, state FROM notifications.subscription",
        row -> states.put(row.getString(1), row.getString(2)));
    return states;
  }

  List<Facts.Alert> alerts() throws SQLException {
    return list(
        "SELECT id, organisation_id, subject_key FROM notifications.alert",
        row -> new Facts.Alert(row.getString(1), row.getString(2), row.getString(3)));
  }

  List<Facts.Delivery> deliveries() throws SQLException {
    return list(
        """
        SELECT id, recipient, subject_key, kind, state, repeated OR attempts > 1
        FROM notifications.delivery
        """,
        row ->
            new Facts.Delivery(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6)));
  }

  List<String> mailings() throws SQLException {
    return list("SELECT subject_key FROM notifications.mailing", row -> row.getString(1));
  }

  List<Facts.Due> due() throws SQLException {
    return list(
        """
        SELECT d.id, w.organisation_id, d.event_key, d.state
        FROM notifications.webhook_delivery d JOIN notifications.webhook w ON w.id = d.webhook_id
        """,
        row ->
            new Facts.Due(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  /** What is not done yet, where that is not nothing. */
  Map<String, Long> waiting() throws SQLException {
    var waiting = new LinkedHashMap<String, Long>();
    for (var schema : SENDERS) {
      count("events in the outbox of " + schema, schema + ".outbox", waiting);
      count("parked keys of " + schema, schema + ".outbox_parked", waiting);
    }
    for (var work : WORK.entrySet()) {
      count(work.getKey(), work.getValue(), waiting);
    }
    return waiting;
  }

  private void count(String name, String table, Map<String, Long> waiting) throws SQLException {
    long rows = list("SELECT count(*) FROM " + table, row -> row.getLong(1)).getFirst();
    if (rows > 0) {
      waiting.put(name, rows);
    }
  }

  /** Up to where a consumer has read. */
  record Position(String consumer, String topicId, int partition, long next) {}

  List<Position> positions() throws SQLException {
    var positions = new ArrayList<Position>();
    for (var schema : SENDERS) {
      positions.addAll(
          list(
              "SELECT consumer, topic_id, partition, next_offset FROM "
                  + schema
                  + ".inbox_position",
              row ->
                  new Position(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4))));
    }
    return positions;
  }
}

package dev.musubi.matching.persistence;

import dev.musubi.matching.domain.Match;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came on offer, what was told of it, and what was not. */
@Repository
public class AlertLog {
  /** A listing came to the need, stands among its matches, and nobody was alerted. */
  private static final String UNALERTED =
      """
      m.need_id = :need AND m.active AND m.alerted_at IS NULL AND m.found_by = 'LISTING'
        AND EXISTS (SELECT 1 FROM listing l WHERE l.id = m.listing_id AND l.open)
      """;

  private static final RowMapper<Match> MATCH = (row, _) -> MatchRow.match(row);

  private final JdbcClient jdbc;

  AlertLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When the need's people were alerted since a moment. */
  public List<Instant> sentSince(UUID need, Instant since) {
    return jdbc
        .sql("SELECT alerted_at FROM match WHERE need_id = :need AND alerted_at > :since")
        .param("need", need)
        .param("since", at(since))
        .query(OffsetDateTime.class)
        .list()
        .stream()
        .map(OffsetDateTime::toInstant)
        .toList();
  }

  /** Listings on offer that came since a moment. */
  public long arrivalsSince(Instant since) {
    return jdbc.sql("SELECT count(*) FROM listing WHERE open AND arrived_at > :since")
        .param("since", at(since))
        .query(Long.class)
        .single();
  }

  /** Listings on offer that came in each of the four weeks before a moment. */
  public List<Long> arrivalsByWeek(Instant now) {
    return jdbc.sql(
            """
            SELECT (SELECT count(*) FROM listing WHERE open
              AND arrived_at > :now::timestamptz - make_interval(weeks => w)
              AND arrived_at <= :now::timestamptz - make_interval(weeks => w - 1))
            FROM generate_series(1, 4) AS w
            """)
        .param("now", at(now))
        .query(Long.class)
        .list();
  }

  /** The listings by which every need's scores are told from one another. */
  public List<UUID> sample(int size) {
    return jdbc.sql(
            "SELECT id FROM listing WHERE open ORDER BY hashtextextended(id::text, 5) LIMIT :size")
        .param("size", size)
        .query(UUID.class)
        .list();
  }

  /** A listing that came to a need. */
  public record Came(UUID listing, double fused, Instant at) {}

  /** What came to the need since a moment and stands among its matches, in the order it came. */
  public List<Came> cameSince(UUID need, Instant since) {
    return jdbc.sql(
            """
            SELECT m.listing_id, m.fused, l.arrived_at FROM match m
              JOIN listing l ON l.id = m.listing_id
            WHERE m.need_id = :need AND m.active AND l.open AND l.arrived_at > :since
            ORDER BY l.arrived_at, m.fused DESC, m.id
            """)
        .param("need", need)
        .param("since", at(since))
        .query(
            (row, _) ->
                new Came(
                    row.getObject("listing_id", UUID.class),
                    row.getDouble("fused"),
                    row.getObject("arrived_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** When these listings came on offer, as far as they are. */
  public List<Came> arrivals(List<UUID> listings, Instant since) {
    return jdbc.sql(
            """
            SELECT id, arrived_at FROM listing
            WHERE id = ANY(:ids) AND open AND arrived_at > :since ORDER BY arrived_at, id
            """)
        .param("ids", listings.toArray(UUID[]::new))
        .param("since", at(since))
        .query(
            (row, _) ->
                new Came(
                    row.getObject("id", UUID.class),
                    0,
                    row.getObject("arrived_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  public long countUnalerted(UUID need) {
    return jdbc.sql("SELECT count(*) FROM match m WHERE " + UNALERTED)
        .param("need", need)
        .query(Long.class)
        .single();
  }

  /** As {@link Matches#pageOfNeed}, of those that came without an alert. */
  public List<Match> pageOfUnalerted(UUID need, Matches.@Nullable After after, int limit) {
    var from = after == null ? Matches.After.TOP : after;
    return jdbc.sql(
            "SELECT m.* FROM match m WHERE "
                + UNALERTED
                + " AND (m.fused < :fused OR (m.fused = :fused AND m.id > :after))"
                + " ORDER BY m.fused DESC, m.id LIMIT :limit")
        .param("need", need)
        .param("fused", from.fused())
        .param("after", from.id())
        .param("limit", limit)
        .query(MATCH)
        .list();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

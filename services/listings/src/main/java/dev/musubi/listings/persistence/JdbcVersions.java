package dev.musubi.listings.persistence;

import dev.musubi.listings.application.Action;
import dev.musubi.listings.application.Actor;
import dev.musubi.listings.application.Version;
import dev.musubi.listings.application.Versions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcVersions implements Versions {
  private static final String INSERT =
      """
      INSERT INTO listing_version
        (listing_id, version, at, actor, organisation, action, changed, before, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  JdbcVersions(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  @Override
  public void append(List<Version> versions) {
    if (!versions.isEmpty()) {
      batches.batchUpdate(INSERT, versions.stream().map(JdbcVersions::row).toList());
    }
  }

  @Override
  public List<Version> of(UUID listing, @Nullable Long before, int limit) {
    return jdbc.sql(
            """
            SELECT listing_id, version, at, actor, organisation, action, changed, before, note
            FROM listing_version
            WHERE listing_id = ? AND (?::bigint IS NULL OR version < ?)
            ORDER BY version DESC LIMIT ?
            """)
        .params(Arrays.asList(listing, before, before, limit))
        .query(JdbcVersions::version)
        .list();
  }

  private static @Nullable Object[] row(Version it) {
    return new @Nullable Object[] {
      it.listingId(),
      it.version(),
      ListingRows.time(it.at()),
      it.actor().subject(),
      it.actor().organisation(),
      it.action().name(),
      it.changed().toArray(String[]::new),
      it.before() == null ? null : ListingRows.json(it.before()),
      it.note()
    };
  }

  private static Version version(ResultSet row, int number) throws SQLException {
    String before = row.getString("before");
    return new Version(
        ListingRows.uuid(row, "listing_id"),
        row.getLong("version"),
        ListingRows.instant(row, "at"),
        new Actor(row.getString("actor"), row.getObject("organisation", UUID.class)),
        Action.valueOf(row.getString("action")),
        List.of((String[]) row.getArray("changed").getArray()),
        before == null ? null : ListingRows.content(before),
        row.getString("note"));
  }
}

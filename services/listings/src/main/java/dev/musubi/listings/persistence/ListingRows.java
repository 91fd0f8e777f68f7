package dev.musubi.listings.persistence;

import dev.musubi.listings.application.Listings.Imported;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.ListingContent;
import dev.musubi.model.event.EventJson;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a listing lies in its row. */
final class ListingRows {
  static final String COLUMNS =
      """
      id, organisation_id, version, status, content, source, external_id, import_hash, edited,
      reason, expires_on, created_at, changed_at, published_at
      """;

  private ListingRows() {}

  static Listing listing(ResultSet row, int number) throws SQLException {
    return new Listing(
        uuid(row, "id"),
        uuid(row, "organisation_id"),
        row.getLong("version"),
        Listing.Status.valueOf(row.getString("status")),
        content(row.getString("content")),
        row.getString("source"),
        row.getString("external_id"),
        row.getString("reason"),
        row.getObject("expires_on", LocalDate.class),
        instant(row, "created_at"),
        instant(row, "changed_at"),
        optionalInstant(row, "published_at"));
  }

  static Imported imported(ResultSet row, int number) throws SQLException {
    return new Imported(
        listing(row, number), row.getBytes("import_hash"), row.getBoolean("edited"));
  }

  static ListingContent content(String json) {
    return EventJson.read(json.getBytes(StandardCharsets.UTF_8), ListingContent.class);
  }

  static String json(ListingContent content) {
    return new String(EventJson.write(content), StandardCharsets.UTF_8);
  }

  static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant optionalInstant(ResultSet row, String column)
      throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }
}

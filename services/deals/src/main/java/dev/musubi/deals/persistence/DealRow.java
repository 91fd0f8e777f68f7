package dev.musubi.deals.persistence;

import dev.musubi.deals.domain.CloseReason;
import dev.musubi.deals.domain.Deal;
import dev.musubi.deals.domain.DeclineReason;
import dev.musubi.deals.domain.Message;
import dev.musubi.deals.domain.Progress;
import dev.musubi.deals.domain.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a deal and its progress lie in a row. */
final class DealRow {
  private DealRow() {}

  static Deal deal(ResultSet row) throws SQLException {
    return new Deal(
        id(row, "id"),
        row.getLong("version"),
        id(row, "listing"),
        row.getObject("need", UUID.class),
        row.getObject("match", UUID.class),
        id(row, "seeker"),
        id(row, "owner"),
        row.getObject("broker", UUID.class),
        row.getBoolean("anonymous"),
        progress(row),
        instant(row, "answer_due_at"),
        instant(row, "opened_at"),
        instant(row, "changed_at"));
  }

  static Message message(ResultSet row) throws SQLException {
    return new Message(
        id(row, "id"),
        id(row, "deal"),
        Side.valueOf(row.getString("side")),
        row.getString("account"),
        row.getString("text"),
        instant(row, "written_at"),
        row.getBoolean("alone"));
  }

  private static Progress progress(ResultSet row) throws SQLException {
    Instant since = instant(row, "stage_since");
    return switch (row.getString("stage")) {
      case "INQUIRY" -> new Progress.Inquired(row.getBoolean("reminded"));
      case "IN_TALKS" -> new Progress.InTalks(since);
      case "DECLINED" ->
          new Progress.Declined(DeclineReason.valueOf(row.getString("decline_reason")), since);
      case "WITHDRAWN" -> new Progress.Withdrawn(withdrawer(row), since);
      case "CLOSED" ->
          new Progress.Closed(
              CloseReason.valueOf(row.getString("close_reason")),
              Side.valueOf(row.getString("closed_by")),
              since);
      default -> throw new SQLException("stage " + row.getString("stage"));
    };
  }

  /** Earlier versions did not write down who it was; it was taken for the firm. */
  private static Side withdrawer(ResultSet row) throws SQLException {
    String by = row.getString("closed_by");
    return by == null ? Side.SEEKER : Side.valueOf(by);
  }

  static String stage(Progress progress) {
    return switch (progress) {
      case Progress.Inquired _ -> "INQUIRY";
      case Progress.InTalks _ -> "IN_TALKS";
      case Progress.Declined _ -> "DECLINED";
      case Progress.Withdrawn _ -> "WITHDRAWN";
      case Progress.Closed _ -> "CLOSED";
    };
  }

  static Instant since(Deal deal) {
    return switch (deal.progress()) {
      case Progress.Inquired _ -> deal.openedAt();
      case Progress.InTalks it -> it.since();
      case Progress.Declined it -> it.at();
      case Progress.Withdrawn it -> it.at();
      case Progress.Closed it -> it.at();
    };
  }

  static boolean reminded(Progress progress) {
    return progress instanceof Progress.Inquired it && it.reminded();
  }

  static @Nullable String declineReason(Progress progress) {
    return progress instanceof Progress.Declined it ? it.reason().name() : null;
  }

  static @Nullable String closeReason(Progress progress) {
    return progress instanceof Progress.Closed it ? it.reason().name() : null;
  }

  static @Nullable String closedBy(Progress progress) {
    return switch (progress) {
      case Progress.Withdrawn it -> it.by().name();
      case Progress.Closed it -> it.by().name();
      case Progress.Inquired _, Progress.InTalks _, Progress.Declined _ -> null;
    };
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }
}

package dev.musubi.matching.persistence;

import dev.musubi.matching.domain.Match;
import dev.musubi.model.event.EventJson;
import dev.musubi.model.event.MatchState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a pair lies in a row. */
final class MatchRow {
  private MatchRow() {}

  static Match match(ResultSet row) throws SQLException {
    var alerted = row.getObject("alerted_at", OffsetDateTime.class);
    return new Match(
        state(row),
        row.getDouble("fused"),
        alerted == null ? null : alerted.toInstant(),
        row.getString("deal_stage"));
  }

  private static MatchState state(ResultSet row) throws SQLException {
    return new MatchState(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        row.getObject("need_id", UUID.class),
        row.getObject("listing_id", UUID.class),
        row.getObject("need_organisation_id", UUID.class),
        row.getObject("listing_organisation_id", UUID.class),
        row.getLong("need_version"),
        row.getLong("listing_version"),
        row.getBoolean("active") ? MatchState.State.ACTIVE : MatchState.State.ENDED,
        row.getDouble("score"),
        row.getInt("rank"),
        row.getString("algorithm"),
        strings(row, "legs"),
        MatchState.FoundBy.valueOf(row.getString("found_by")),
        row.getBoolean("worth_alert"),
        list(row.getString("reasons"), MatchState.Reason[].class),
        list(row.getString("listing_title"), MatchState.Title[].class),
        row.getString("need_title"),
        feedback(row),
        row.getObject("found_at", OffsetDateTime.class).toInstant(),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static MatchState.@Nullable Feedback feedback(ResultSet row) throws SQLException {
    var answer = row.getString("feedback_answer");
    if (answer == null) {
      return null;
    }
    var reason = row.getString("feedback_reason");
    return new MatchState.Feedback(
        MatchState.Feedback.Answer.valueOf(answer),
        reason == null ? null : MatchState.Feedback.DeclineReason.valueOf(reason),
        row.getObject("feedback_at", OffsetDateTime.class).toInstant());
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static <T> List<T> list(String json, Class<T[]> type) {
    return Arrays.asList(EventJson.mapper().readValue(json, type));
  }
}

package dev.musubi.notifications.persistence;

import dev.musubi.model.event.MatchState;
import dev.musubi.model.event.MatchState.FoundBy;
import dev.musubi.model.event.MatchState.Reason;
import dev.musubi.model.event.MatchState.Title;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Matches, from their events, and what has been told of each. */
@Repository
public class MatchViews {
  private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
  private static final TypeReference<List<Title>> TITLES = new TypeReference<>() {};

  private final JdbcClient jdbc;

  MatchViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps what is newer than the row; what has been told stays. */
  public void keep(MatchState state) {
    jdbc.sql(
            """
            insert into match_view (id, version, need_id, listing_id, need_organisation_id,
              listing_organisation_id, active, answered, worth_alert, found_by, score, rank, reasons,
              titles, need_title, found_at)
            values (:id, :version, :need, :listing, :needOrganisation, :listingOrganisation, :active,
              :answered, :worthAlert, :foundBy, :score, :rank, :reasons::jsonb, :titles::jsonb,
              :needTitle, :foundAt)
            on conflict (id) do update set version = excluded.version, active = excluded.active,
              answered = excluded.answered, worth_alert = excluded.worth_alert,
              found_by = excluded.found_by, score = excluded.score, rank = excluded.rank,
              reasons = excluded.reasons, titles = excluded.titles,
              need_title = excluded.need_title, found_at = excluded.found_at
            where match_view.version < excluded.version
            """)
        .param("id", state.id())
        .param("version", state.version())
        .param("need", state.needId())
        .param("listing", state.listingId())
        .param("needOrganisation", state.needOrganisationId())
        .param("listingOrganisation", state.listingOrganisationId())
        .param("active", state.state() == MatchState.State.ACTIVE)
        .param("answered", state.feedback() != null)
        .param("worthAlert", state.worthAlert())
        .param("foundBy", state.foundBy().name())
        .param("score", state.score())
        .param("rank", state.rank())
        .param("reasons", Json.write(state.reasons()))
        .param("titles", Json.write(state.listingTitle()))
        .param("needTitle", state.needTitle())
        .param("foundAt", Columns.at(state.foundAt()))
        .update();
  }

  /** The match was deleted. */
  public void remove(UUID id) {
    jdbc.sql("delete from match_view where id = :id").param("id", id).update();
  }

  /** The match. */
  public Optional<MatchView> find(UUID id) {
    return jdbc.sql("select * from match_view where id = :id")
        .param("id", id)
        .query((row, n) -> view(row))
        .optional();
  }

  /** Matches of a need about which nothing has been decided yet, best first. */
  public List<MatchView> open(UUID need) {
    return jdbc.sql(
            """
            select * from match_view where need_id = :need and telling = 'OPEN'
            order by score desc, id
            """)
        .param("need", need)
        .query((row, n) -> view(row))
        .list();
  }

  /** Notes what was decided. */
  public void telling(Collection<UUID> ids, State state, Instant now) {
    jdbc.sql("update match_view set telling = :state, told_at = :now where id = any(:ids)")
        .param("state", state.name())
        .param("now", Columns.at(now))
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  /** Mails at once about a need since a moment. */
  public int mailedSince(UUID need, Instant since) {
    return jdbc.sql(
            """
            select count(*) from match_view
            where need_id = :need and telling = 'AT_ONCE' and told_at > :since
            """)
        .param("need", need)
        .param("since", Columns.at(since))
        .query(Integer.class)
        .single();
  }

  /** Whether the match stands, its need is active and its listing on offer. */
  public boolean stands(UUID id) {
    return jdbc.sql(
                """
            select count(*) from match_view m
              join need_view n on n.id = m.need_id
              left join listing_view l on l.id = m.listing_id
            where m.id = :id and m.active and n.state = 'ACTIVE'
              and coalesce(l.state, 'PUBLISHED') = 'PUBLISHED'
            """)
            .param("id", id)
            .query(Integer.class)
            .single()
        > 0;
  }

  private static MatchView view(ResultSet row) throws SQLException {
    return new MatchView(
        Columns.uuid(row, "id"),
        Columns.uuid(row, "need_id"),
        Columns.uuid(row, "listing_id"),
        Columns.uuid(row, "need_organisation_id"),
        row.getBoolean("active"),
        row.getBoolean("answered"),
        row.getBoolean("worth_alert"),
        FoundBy.valueOf(row.getString("found_by")),
        row.getDouble("score"),
        Json.read(row.getString("reasons"), REASONS),
        Json.read(row.getString("titles"), TITLES),
        row.getString("need_title"),
        Columns.instant(row, "found_at"),
        State.valueOf(row.getString("telling")));
  }

  /** What has been decided about telling a match. */
  public enum State {
    /** Nothing yet. */
    OPEN,
    /** Waits for a digest. */
    GATHERED,
    /** In the page alone. */
    PAGE,
    /** In the page and by a mail of its own. */
    AT_ONCE,
    /** With the first list of its need. */
    LISTED,
    /** In a digest. */
    DIGESTED
  }

  /** A match as this service knows it. */
  public record MatchView(
      UUID id,
      UUID needId,
      UUID listingId,
      UUID needOrganisation,
      boolean active,
      boolean answered,
      boolean worthAlert,
      FoundBy foundBy,
      double score,
      List<Reason> reasons,
      List<Title> titles,
      String needTitle,
      Instant foundAt,
      State telling) {}
}

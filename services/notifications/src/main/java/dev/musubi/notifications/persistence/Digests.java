package dev.musubi.notifications.persistence;

import dev.musubi.model.event.MatchState.Reason;
import dev.musubi.model.event.MatchState.Title;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Periods of digests, and what members' digests are made of. */
@Repository
public class Digests {
  private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
  private static final TypeReference<List<Title>> TITLES = new TypeReference<>() {};

  /** Matches that wait for a digest and still stand. */
  private static final String WAITING =
      """
       from match_view m join need_view n on n.id = m.need_id
         left join listing_view l on l.id = m.listing_id
       where m.telling = 'GATHERED' and m.active and not m.answered and n.state = 'ACTIVE'
         and coalesce(l.state, 'PUBLISHED') = 'PUBLISHED'
         and (n.frequency = 'DAILY' or (:weekly and n.frequency in ('WEEKLY', 'AT_ONCE')))
      """;

  private final JdbcClient jdbc;

  Digests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes that a period has begun; false when it has been finished. */
  public boolean begin(Audience audience, LocalDate period, Instant now) {
    jdbc.sql(
            """
            insert into digest_run (audience, period, started_at)
            values (:audience, :period, :now) on conflict do nothing
            """)
        .param("audience", audience.name())
        .param("period", period)
        .param("now", Columns.at(now))
        .update();
    return jdbc.sql(
                """
                select count(*) from digest_run
                where audience = :audience and period = :period and finished_at is null
                """)
            .param("audience", audience.name())
            .param("period", period)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Notes that nothing of the period is left to do. */
  public void finish(Audience audience, LocalDate period, Instant now) {
    jdbc.sql(
            """
            update digest_run set finished_at = :now
            where audience = :audience and period = :period and finished_at is null
            """)
        .param("audience", audience.name())
        .param("period", period)
        .param("now", Columns.at(now))
        .update();
  }

  /** A period that was finished is looked at again; those who got its digest get no other. */
  public void reopen(Audience audience, LocalDate period) {
    jdbc.sql(
            """
            update digest_run set finished_at = null
            where audience = :audience and period = :period
            """)
        .param("audience", audience.name())
        .param("period", period)
        .update();
  }

  /** Organisations for which something waits. */
  public List<UUID> organisationsWaiting(boolean weekly) {
    return jdbc.sql("select distinct n.organisation_id " + WAITING)
        .param("weekly", weekly)
        .query(UUID.class)
        .list();
  }

  /** What waits for an organisation, best first, locked until the end of the transaction. */
  public List<Waiting> waiting(UUID organisation, boolean weekly) {
    return jdbc.sql(
            """
            select m.id, m.need_id, m.listing_id, n.title, m.reasons, m.titles, m.score
            """
                + WAITING
                + """
                   and n.organisation_id = :organisation
                 order by m.score desc, m.id for update of m skip locked
                """)
        .param("weekly", weekly)
        .param("organisation", organisation)
        .query(
            (row, n) ->
                new Waiting(
                    Columns.uuid(row, "id"),
                    Columns.uuid(row, "need_id"),
                    Columns.uuid(row, "listing_id"),
                    row.getString("title"),
                    Json.read(row.getString("reasons"), REASONS),
                    Json.read(row.getString("titles"), TITLES)))
        .list();
  }

  /** Who gets digests. */
  public enum Audience {
    MEMBERS,
    PUBLIC_DAILY,
    PUBLIC_WEEKLY
  }

  /** A match that waits for a digest. */
  public record Waiting(
      UUID match,
      UUID need,
      UUID listing,
      String needTitle,
      List<Reason> reasons,
      List<Title> titles) {}
}

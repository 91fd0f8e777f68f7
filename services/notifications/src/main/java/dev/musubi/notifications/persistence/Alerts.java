package dev.musubi.notifications.persistence;

import dev.musubi.notifications.domain.Content;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alerts in the page. */
@Repository
public class Alerts {
  private final JdbcClient jdbc;
  private final Told told;

  Alerts(JdbcClient jdbc, Told told) {
    this.jdbc = jdbc;
    this.told = told;
  }

  /**
   * Adds an alert unless the organisation was ever told about the same subject in the page. The
   * counter's row stays locked until commit, so numbers become visible in their order.
   *
   * @return its number, or nothing when it was there already
   */
  public Optional<Long> add(
      UUID id, UUID organisation, String subjectKey, String kind, Content content, Instant now) {
    if (!told.first(organisation, Told.Way.PAGE, subjectKey)) {
      return Optional.empty();
    }
    long seq =
        jdbc.sql(
                """
                insert into alert_counter (organisation_id, last) values (:organisation, 1)
                on conflict (organisation_id) do update set last = alert_counter.last + 1
                returning last
                """)
            .param("organisation", organisation)
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into alert (id, organisation_id, seq, kind, subject_key, content, created_at)
            values (:id, :organisation, :seq, :kind, :subject, :content::jsonb, :now)
            """)
        .param("id", id)
        .param("organisation", organisation)
        .param("seq", seq)
        .param("kind", kind)
        .param("subject", subjectKey)
        .param("content", Json.write(content))
        .param("now", Columns.at(now))
        .update();
    return Optional.of(seq);
  }

  /** Alerts older than a number, newest first, as one account sees them. */
  public List<Alert> before(UUID organisation, String account, long before, int limit) {
    return jdbc.sql(
            """
            select a.*, r.read_at from alert a
              left join alert_read r on r.alert_id = a.id and r.account_id = :account
            where a.organisation_id = :organisation and a.seq < :before
            order by a.seq desc limit :limit
            """)
        .param("organisation", organisation)
        .param("account", account)
        .param("before", before)
        .param("limit", limit)
        .query((row, n) -> alert(row))
        .list();
  }

  /** Alerts younger than a number, oldest first, as one account sees them. */
  public List<Alert> after(UUID organisation, String account, long after, int limit) {
    return jdbc.sql(
            """
            select a.*, r.read_at from alert a
              left join alert_read r on r.alert_id = a.id and r.account_id = :account
            where a.organisation_id = :organisation and a.seq > :after
            order by a.seq limit :limit
            """)
        .param("organisation", organisation)
        .param("account", account)
        .param("after", after)
        .param("limit", limit)
        .query((row, n) -> alert(row))
        .list();
  }

  /** How many an account has not read. */
  public long unread(UUID organisation, String account) {
    return jdbc.sql(
            """
            select count(*) from alert a where a.organisation_id = :organisation and not exists
              (select 1 from alert_read r where r.alert_id = a.id and r.account_id = :account)
            """)
        .param("organisation", organisation)
        .param("account", account)
        .query(Long.class)
        .single();
  }

  /** Number of the organisation's latest alert, 0 when there is none. */
  public long latest(UUID organisation) {
    return jdbc.sql("select last from alert_counter where organisation_id = :id")
        .param("id", organisation)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** Numbers of the latest alerts of these organisations. */
  public Map<UUID, Long> latest(Collection<UUID> organisations) {
    Map<UUID, Long> latest = new HashMap<>();
    jdbc.sql("select organisation_id, last from alert_counter where organisation_id = any(:ids)")
        .param("ids", organisations.toArray(UUID[]::new))
        .query(
            row -> {
              latest.put(Columns.uuid(row, "organisation_id"), row.getLong("last"));
            });
    return latest;
  }

  /**
   * Marks one alert of the organisation as read.
   *
   * @return false when the organisation has no such alert
   */
  public boolean read(UUID organisation, String account, UUID id, Instant now) {
    boolean exists =
        jdbc.sql("select count(*) from alert where id = :id and organisation_id = :organisation")
                .param("id", id)
                .param("organisation", organisation)
                .query(Integer.class)
                .single()
            > 0;
    if (exists) {
      jdbc.sql(
              """
              insert into alert_read (account_id, alert_id, read_at) values (:account, :id, :now)
              on conflict do nothing
              """)
          .param("account", account)
          .param("id", id)
          .param("now", Columns.at(now))
          .update();
    }
    return exists;
  }

  /** Marks all alerts up to a number as read. */
  public int readUpTo(UUID organisation, String account, long upTo, Instant now) {
    return jdbc.sql(
            """
            insert into alert_read (account_id, alert_id, read_at)
            select :account, id, :now from alert
            where organisation_id = :organisation and seq <= :upTo
            on conflict do nothing
            """)
        .param("account", account)
        .param("organisation", organisation)
        .param("upTo", upTo)
        .param("now", Columns.at(now))
        .update();
  }

  private static Alert alert(ResultSet row) throws SQLException {
    return new Alert(
        Columns.uuid(row, "id"),
        row.getLong("seq"),
        row.getString("kind"),
        Json.read(row.getString("content"), Content.class),
        Columns.instant(row, "created_at"),
        Columns.instantOrNull(row, "read_at"));
  }

  /**
   * An alert as one account sees it.
   *
   * @param seq its number in the organisation
   */
  public record Alert(
      UUID id,
      long seq,
      String kind,
      Content content,
      Instant createdAt,
      @Nullable Instant readAt) {}
}

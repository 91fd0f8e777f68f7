package dev.musubi.notifications.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls of webhooks: the queue and the log. */
@Repository
public class WebhookDeliveries {
  private final JdbcClient jdbc;

  WebhookDeliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a call unless this webhook has one for the same event. */
  public void add(Call call, String eventKey, Instant now) {
    jdbc.sql(
            """
            insert into webhook_delivery (id, webhook_id, event_key, type, body, next_attempt_at,
              created_at)
            values (:id, :webhook, :eventKey, :type, :body, now(), :now)
            on conflict (webhook_id, event_key) do nothing
            """)
        .param("id", call.id())
        .param("webhook", call.webhook())
        .param("eventKey", eventKey)
        .param("type", call.type())
        .param("body", call.body())
        .param("now", Columns.at(now))
        .update();
  }

  /** Takes calls to make; after the lease they are free again. */
  public List<Call> claim(int limit, Duration lease) {
    return jdbc.sql(
            """
            update webhook_delivery set attempts = attempts + 1,
              next_attempt_at = now() + make_interval(secs => :lease)
            where id in (select d.id from webhook_delivery d join webhook w on w.id = d.webhook_id
              where d.state = 'WAITING' and d.next_attempt_at <= now() and w.state = 'ACTIVE'
              order by d.next_attempt_at limit :limit for update of d skip locked)
            returning id, webhook_id, type, body, attempts
            """)
        .param("lease", lease.toMillis() / 1000.0)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Call(
                    Columns.uuid(row, "id"),
                    Columns.uuid(row, "webhook_id"),
                    row.getString("type"),
                    row.getString("body"),
                    row.getInt("attempts")))
        .list();
  }

  /** Notes the end of a call; false when it had been noted before. */
  public boolean settle(UUID id, boolean delivered, Attempt attempt, Instant now) {
    return note(id, delivered ? "DELIVERED" : "FAILED", attempt, Duration.ZERO, now);
  }

  /** Notes a failed attempt that is to be followed by another. */
  public void later(UUID id, Attempt attempt, Duration pause) {
    note(id, "WAITING", attempt, pause, null);
  }

  private boolean note(
      UUID id, String state, Attempt attempt, Duration pause, @Nullable Instant settledAt) {
    return jdbc.sql(
                """
                update webhook_delivery set state = :state, last_status = :status,
                  last_error = :error, last_millis = :millis,
                  next_attempt_at = now() + make_interval(secs => :pause), settled_at = :settledAt
                where id = :id and state = 'WAITING'
                """)
            .param("id", id)
            .param("state", state)
            .param("status", attempt.status())
            .param("error", attempt.error())
            .param("millis", attempt.millis())
            .param("pause", pause.toMillis() / 1000.0)
            .param("settledAt", settledAt == null ? null : Columns.at(settledAt))
            .update()
        > 0;
  }

  /** The log of a webhook, latest first. */
  public List<Entry> log(UUID webhook, @Nullable UUID before, int limit) {
    return jdbc.sql(
            """
            select * from webhook_delivery
            where webhook_id = :webhook and (:before::uuid is null or id < :before)
            order by id desc limit :limit
            """)
        .param("webhook", webhook)
        .param("before", before)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Entry(
                    Columns.uuid(row, "id"),
                    row.getString("type"),
                    row.getString("state"),
                    row.getInt("attempts"),
                    (Integer) row.getObject("last_status"),
                    row.getString("last_error"),
                    (Integer) row.getObject("last_millis"),
                    Columns.instant(row, "created_at"),
                    Columns.instantOrNull(row, "settled_at")))
        .list();
  }

  /** Deletes old entries of the log. */
  public int forget(Instant before) {
    return jdbc.sql("delete from webhook_delivery where created_at < :before")
        .param("before", Columns.at(before))
        .update();
  }

  /**
   * A call to make.
   *
   * @param id also the id of the event, the same for every attempt
   */
  public record Call(UUID id, UUID webhook, String type, String body, int attempts) {}

  /** What an attempt brought. */
  public record Attempt(@Nullable Integer status, @Nullable String error, int millis) {}

  /** A line of the log. */
  public record Entry(
      UUID id,
      String type,
      String state,
      int attempts,
      @Nullable Integer status,
      @Nullable String error,
      @Nullable Integer millis,
      Instant createdAt,
      @Nullable Instant settledAt) {}
}

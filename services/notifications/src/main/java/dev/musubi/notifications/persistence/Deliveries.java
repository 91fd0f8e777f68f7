package dev.musubi.notifications.persistence;

import dev.musubi.model.event.DeliveryState.Outcome;
import dev.musubi.notifications.domain.Content;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Mails to persons and what became of them. The queue's times are the database's, so the clocks of
 * the instances do not matter.
 */
@Repository
public class Deliveries {
  private final JdbcClient jdbc;

  Deliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a mail unless this person has one about the same subject. */
  public boolean add(Delivery delivery, Instant now) {
    return jdbc.sql(
                """
                insert into delivery (id, recipient, subject_key, kind, subject_id, organisation_id,
                  content, created_at, next_attempt_at)
                values (:id, :recipient, :subjectKey, :kind, :subject, :organisation, :content::jsonb,
                  :now, now())
                on conflict (recipient, subject_key) do nothing
                """)
            .param("id", delivery.id())
            .param("recipient", delivery.recipient().key())
            .param("subjectKey", delivery.subjectKey())
            .param("kind", delivery.kind().name())
            .param("subject", delivery.subject())
            .param("organisation", delivery.organisation())
            .param("content", Json.write(delivery.content()))
            .param("now", Columns.at(now))
            .update()
        > 0;
  }

  /** Takes mails to send; they are this claim's until the lease ends. */
  public List<Delivery> claim(UUID claim, int limit, Duration lease) {
    return jdbc.sql(
            """
            update delivery set state = 'SENDING', claim = :claim, attempts = attempts + 1,
              claimed_until = now() + make_interval(secs => :lease)
            where id in (select id from delivery
              where state = 'WAITING' and next_attempt_at <= now()
              order by next_attempt_at limit :limit for update skip locked)
            returning *
            """)
        .param("claim", claim)
        .param("lease", lease.toMillis() / 1000.0)
        .param("limit", limit)
        .query((row, n) -> delivery(row))
        .list();
  }

  /**
   * Locks a claimed mail until the end of the transaction. False when the claim was lost, and when
   * whoever took it over is sending right now.
   */
  public boolean hold(UUID id, UUID claim) {
    return jdbc.sql(
            """
            select id from delivery where id = :id and state = 'SENDING' and claim = :claim
            for update skip locked
            """)
        .param("id", id)
        .param("claim", claim)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  /**
   * Gives back what instances left behind that are gone. A mail that is on the wire is locked by
   * its sender, however long that one is paused, and is passed over.
   */
  public int takeBack() {
    return jdbc.sql(
            """
            update delivery set state = 'WAITING', repeated = true, claim = null, next_attempt_at = now()
            where id in (select id from delivery where state = 'SENDING' and claimed_until < now()
              order by claimed_until limit 1000 for update skip locked)
            """)
        .update();
  }

  /** The mail has reached its end. Returns the new version of the delivery. */
  public long settle(UUID id, Outcome outcome, @Nullable String detail, Instant now) {
    return jdbc.sql(
            """
            update delivery set state = :state, version = version + 1, last_error = :detail,
              settled_at = :now, claim = null, claimed_until = null
            where id = :id returning version
            """)
        .param("id", id)
        .param("state", outcome.name())
        .param("detail", detail)
        .param("now", Columns.at(now))
        .query(Long.class)
        .single();
  }

  /**
   * The mail waits for another attempt.
   *
   * @param counts false when the attempt never began, because a server was away
   */
  public void later(UUID id, UUID claim, Duration pause, String why, boolean counts) {
    jdbc.sql(
            """
            update delivery set state = 'WAITING', claim = null, claimed_until = null,
              last_error = :why, attempts = attempts - :back,
              next_attempt_at = now() + make_interval(secs => :pause)
            where id = :id and claim = :claim and state = 'SENDING'
            """)
        .param("id", id)
        .param("claim", claim)
        .param("why", why)
        .param("back", counts ? 0 : 1)
        .param("pause", pause.toMillis() / 1000.0)
        .update();
  }

  /** How many mails are in each state, and how many wait for longer than they should. */
  public Map<String, Long> counts() {
    return jdbc
        .sql("select state, count(*) as n from delivery group by state")
        .query((row, n) -> Map.entry(row.getString("state"), row.getLong("n")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Mails that failed or bounced, latest first, for operators. */
  public List<Settled> failed(Instant before, int limit) {
    return jdbc.sql(
            """
            select id, kind, state, organisation_id, attempts, last_error, settled_at from delivery
            where settled_at < :before and state in ('FAILED', 'BOUNCED')
            order by settled_at desc limit :limit
            """)
        .param("before", Columns.at(before))
        .param("limit", limit)
        .query(
            (row, n) ->
                new Settled(
                    Columns.uuid(row, "id"),
                    MailKind.valueOf(row.getString("kind")),
                    row.getString("state"),
                    row.getObject("organisation_id", UUID.class),
                    row.getInt("attempts"),
                    row.getString("last_error"),
                    Columns.instant(row, "settled_at")))
        .list();
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        Columns.uuid(row, "id"),
        Recipient.of(row.getString("recipient")),
        row.getString("subject_key"),
        MailKind.valueOf(row.getString("kind")),
        Columns.uuid(row, "subject_id"),
        row.getObject("organisation_id", UUID.class),
        Json.read(row.getString("content"), Content.class),
        row.getInt("attempts"));
  }

  /** One mail to one person. */
  public record Delivery(
      UUID id,
      Recipient recipient,
      String subjectKey,
      MailKind kind,
      UUID subject,
      @Nullable UUID organisation,
      Content content,
      int attempts) {}

  /** A mail that did not arrive, as operators see it. */
  public record Settled(
      UUID id,
      MailKind kind,
      String outcome,
      @Nullable UUID organisation,
      int attempts,
      @Nullable String detail,
      Instant at) {}
}

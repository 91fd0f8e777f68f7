package dev.musubi.notifications.persistence;

import dev.musubi.notifications.domain.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails to the people of organisations whose addresses have not been asked for yet. */
@Repository
public class Mailings {
  private final JdbcClient jdbc;
  private final Told told;

  Mailings(JdbcClient jdbc, Told told) {
    this.jdbc = jdbc;
    this.told = told;
  }

  /** Adds a mailing unless the organisation was ever told about the same subject by mail. */
  public boolean add(Mailing mailing, Instant now) {
    if (!told.first(mailing.organisation(), Told.Way.MAIL, mailing.subjectKey())) {
      return false;
    }
    jdbc.sql(
            """
            insert into mailing (id, organisation_id, subject_key, kind, subject_id, content,
              created_at, next_attempt_at)
            values (:id, :organisation, :subjectKey, :kind, :subject, :content::jsonb, :now, now())
            """)
        .param("id", mailing.id())
        .param("organisation", mailing.organisation())
        .param("subjectKey", mailing.subjectKey())
        .param("kind", mailing.kind().name())
        .param("subject", mailing.subject())
        .param("content", Json.write(mailing.content()))
        .param("now", Columns.at(now))
        .update();
    return true;
  }

  /** Mailings whose people have to be asked for now. */
  public List<Mailing> waiting(int limit) {
    return jdbc.sql(
            """
            select * from mailing where addressed_at is null and next_attempt_at <= now()
            order by next_attempt_at limit :limit
            """)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Mailing(
                    Columns.uuid(row, "id"),
                    Columns.uuid(row, "organisation_id"),
                    row.getString("subject_key"),
                    MailKind.valueOf(row.getString("kind")),
                    Columns.uuid(row, "subject_id"),
                    Json.read(row.getString("content"), Content.class),
                    row.getInt("attempts")))
        .list();
  }

  /** Takes the mailing for the transaction; false when another instance has it or has done it. */
  public boolean claim(UUID id) {
    return jdbc.sql(
            """
            select id from mailing where id = :id and addressed_at is null for update skip locked
            """)
        .param("id", id)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  /** Its deliveries exist. */
  public void addressed(UUID id, Instant now) {
    jdbc.sql("update mailing set addressed_at = :now, last_error = null where id = :id")
        .param("id", id)
        .param("now", Columns.at(now))
        .update();
  }

  /** Its people could not be asked for: once more after a pause. */
  public void later(UUID id, Duration pause, String why) {
    jdbc.sql(
            """
            update mailing set attempts = attempts + 1, last_error = :why,
              next_attempt_at = now() + make_interval(secs => :pause)
            where id = :id and addressed_at is null
            """)
        .param("id", id)
        .param("why", why)
        .param("pause", pause.toMillis() / 1000.0)
        .update();
  }

  /**
   * A mail to the people of an organisation.
   *
   * @param subjectKey what it is about, so that it is written once
   * @param subject match, need, deal or webhook
   */
  public record Mailing(
      UUID id,
      UUID organisation,
      String subjectKey,
      MailKind kind,
      UUID subject,
      Content content,
      int attempts) {}
}

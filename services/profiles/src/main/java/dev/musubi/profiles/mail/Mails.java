package dev.musubi.profiles.mail;

import dev.musubi.model.Ids;
import dev.musubi.profiles.domain.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Mails that wait to be sent. */
@Repository
public class Mails {
  private static final TypeReference<List<String>> ARGUMENTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper mapper;
  private final ApplicationEventPublisher events;

  Mails(JdbcClient jdbc, JsonMapper mapper, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.mapper = mapper;
    this.events = events;
  }

  /** Writes the mail in the transaction of its cause; it goes out soon after the commit. */
  public void order(MailOrder order) {
    jdbc.sql(
            """
            INSERT INTO mail
              (id, recipient, lang, template, arguments, next_attempt, created_at)
            VALUES (?, ?, ?, ?, ?::jsonb, now(), now())
            """)
        .param(Ids.next())
        .param(order.recipient().value())
        .param(order.lang())
        .param(order.template().name())
        .param(mapper.writeValueAsString(order.arguments()))
        .update();
    events.publishEvent(new MailOrdered());
  }

  /** Locks the next mail that is due; another instance skips it. */
  Optional<Waiting> next() {
    return jdbc.sql(
            """
            SELECT * FROM mail WHERE next_attempt <= now()
            ORDER BY next_attempt LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .query(this::row)
        .optional();
  }

  void sent(UUID id) {
    jdbc.sql("DELETE FROM mail WHERE id = ?").param(id).update();
  }

  void failed(UUID id, Duration pause, String problem) {
    jdbc.sql(
            """
            UPDATE mail SET attempts = attempts + 1, last_problem = ?,
              next_attempt = now() + make_interval(secs => ?)
            WHERE id = ?
            """)
        .params(problem, pause.toSeconds(), id)
        .update();
  }

  /** How many mails wait. */
  public int waiting() {
    return jdbc.sql("SELECT count(*) FROM mail").query(Integer.class).single();
  }

  public void discard(EmailAddress recipient) {
    jdbc.sql("DELETE FROM mail WHERE recipient = ?").param(recipient.value()).update();
  }

  private Waiting row(ResultSet row, int number) throws SQLException {
    return new Waiting(
        row.getObject("id", UUID.class),
        row.getInt("attempts"),
        new MailOrder(
            new EmailAddress(row.getString("recipient")),
            row.getString("lang"),
            MailOrder.Template.valueOf(row.getString("template")),
            mapper.readValue(row.getString("arguments"), ARGUMENTS)));
  }

  record Waiting(UUID id, int attempts, MailOrder order) {}

  /** Published inside the transaction, heard after its commit. */
  record MailOrdered() {}
}

package dev.musubi.profiles.persistence;

import dev.musubi.profiles.domain.EmailAddress;
import dev.musubi.profiles.domain.Secret;
import dev.musubi.profiles.domain.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of mailed links. A ticket is gone once it has been used. */
@Repository
public class Tickets {
  private final JdbcClient jdbc;

  Tickets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(Ticket ticket, Secret secret) {
    jdbc.sql(
            """
            INSERT INTO ticket
              (id, token_hash, purpose, email, organisation, content, created_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """)
        .param(ticket.id())
        .param(secret.hash())
        .param(ticket.purpose().name())
        .param(ticket.email().value())
        .param(ticket.organisation())
        .param(ticket.content())
        .param(Column.time(ticket.createdAt()))
        .param(Column.time(ticket.expiresAt()))
        .update();
  }

  /** The ticket, if it is still good. */
  public Optional<Ticket> find(Secret secret, Ticket.Purpose purpose, Instant now) {
    return jdbc.sql("SELECT * FROM ticket WHERE token_hash = ? AND purpose = ? AND expires_at > ?")
        .params(secret.hash(), purpose.name(), Column.time(now))
        .query(Tickets::row)
        .optional();
  }

  /** Takes the ticket: of two who come with it one gets it. */
  public Optional<Ticket> take(Secret secret, Ticket.Purpose purpose, Instant now) {
    return jdbc.sql(
            """
            DELETE FROM ticket WHERE token_hash = ? AND purpose = ? AND expires_at > ? RETURNING *
            """)
        .params(secret.hash(), purpose.name(), Column.time(now))
        .query(Tickets::row)
        .optional();
  }

  public List<Ticket> invitations(UUID organisation) {
    return jdbc.sql(
            """
            SELECT * FROM ticket
            WHERE organisation = ? AND purpose = 'INVITATION' AND expires_at > now() ORDER BY id
            """)
        .param(organisation)
        .query(Tickets::row)
        .list();
  }

  /** Withdraws an invitation; false when there is none. */
  public boolean withdraw(UUID id, UUID organisation) {
    return jdbc.sql(
                "DELETE FROM ticket WHERE id = ? AND organisation = ? AND purpose = 'INVITATION'")
            .params(id, organisation)
            .update()
        == 1;
  }

  /** Makes tickets of an address worthless. */
  public void discard(EmailAddress email, Ticket.Purpose purpose) {
    jdbc.sql("DELETE FROM ticket WHERE email = ? AND purpose = ?")
        .params(email.value(), purpose.name())
        .update();
  }

  public void discardAll(EmailAddress email) {
    jdbc.sql("DELETE FROM ticket WHERE email = ?").param(email.value()).update();
  }

  public int purge(Instant before) {
    return jdbc.sql("DELETE FROM ticket WHERE expires_at < ?").param(Column.time(before)).update();
  }

  private static Ticket row(ResultSet row, int number) throws SQLException {
    return new Ticket(
        Column.uuid(row, "id"),
        Ticket.Purpose.valueOf(row.getString("purpose")),
        new EmailAddress(row.getString("email")),
        Column.uuidOrNull(row, "organisation"),
        row.getString("content"),
        Column.instant(row, "created_at"),
        Column.instant(row, "expires_at"));
  }
}

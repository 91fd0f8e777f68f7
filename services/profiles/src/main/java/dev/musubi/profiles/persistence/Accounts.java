package dev.musubi.profiles.persistence;

import dev.musubi.http.VersionConflict;
import dev.musubi.profiles.domain.Account;
import dev.musubi.profiles.domain.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of accounts. */
@Repository
public class Accounts {
  private final JdbcClient jdbc;

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the address has an account already. */
  public boolean insert(Account account) {
    return jdbc.sql(
                """
                INSERT INTO account
                  (id, version, email, name, lang, password_hash, alert_mail, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING
                """)
            .param(account.id())
            .param(account.version())
            .param(account.email().value())
            .param(account.name())
            .param(account.lang())
            .param(account.passwordHash())
            .param(account.alertMail())
            .param(Column.time(account.createdAt()))
            .update()
        == 1;
  }

  /**
   * Writes the next version.
   *
   * @throws VersionConflict when somebody else was faster
   */
  public void update(Account account) {
    int rows =
        jdbc.sql(
                """
                UPDATE account SET version = ?, name = ?, lang = ?, password_hash = ?, alert_mail = ?
                WHERE id = ? AND version = ?
                """)
            .param(account.version())
            .param(account.name())
            .param(account.lang())
            .param(account.passwordHash())
            .param(account.alertMail())
            .param(account.id())
            .param(account.version() - 1)
            .update();
    if (rows != 1) {
      throw new VersionConflict();
    }
  }

  public void delete(UUID id) {
    jdbc.sql("DELETE FROM account WHERE id = ?").param(id).update();
  }

  public Optional<Account> find(UUID id) {
    return jdbc.sql("SELECT * FROM account WHERE id = ?").param(id).query(Accounts::row).optional();
  }

  public Optional<Account> find(EmailAddress email) {
    return jdbc.sql("SELECT * FROM account WHERE email = ?")
        .param(email.value())
        .query(Accounts::row)
        .optional();
  }

  /** The people of an organisation. */
  public List<Account> of(UUID organisation) {
    return jdbc.sql(
            """
            SELECT a.* FROM account a JOIN membership m ON m.account = a.id
            WHERE m.organisation = ? ORDER BY a.id
            """)
        .param(organisation)
        .query(Accounts::row)
        .list();
  }

  private static Account row(ResultSet row, int number) throws SQLException {
    return new Account(
        Column.uuid(row, "id"),
        row.getLong("version"),
        new EmailAddress(row.getString("email")),
        row.getString("name"),
        row.getString("lang"),
        row.getString("password_hash"),
        row.getBoolean("alert_mail"),
        Column.instant(row, "created_at"));
  }
}

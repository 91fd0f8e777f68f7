package dev.musubi.profiles.persistence;

import dev.musubi.http.VersionConflict;
import dev.musubi.model.MemberRole;
import dev.musubi.profiles.domain.Membership;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of memberships. */
@Repository
public class Members {
  private final JdbcClient jdbc;

  Members(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the account is a member already. */
  public boolean insert(Membership membership) {
    return jdbc.sql(
                """
                INSERT INTO membership (account, organisation, role, version, since)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
            .param(membership.account())
            .param(membership.organisation())
            .param(membership.role().name())
            .param(membership.version())
            .param(Column.time(membership.since()))
            .update()
        == 1;
  }

  /**
   * Gives another role.
   *
   * @throws VersionConflict when somebody else was faster
   */
  public void update(Membership membership) {
    int rows =
        jdbc.sql(
                """
                UPDATE membership SET role = ?, version = ?
                WHERE account = ? AND organisation = ? AND version = ?
                """)
            .param(membership.role().name())
            .param(membership.version())
            .param(membership.account())
            .param(membership.organisation())
            .param(membership.version() - 1)
            .update();
    if (rows != 1) {
      throw new VersionConflict();
    }
  }

  public void delete(UUID account, UUID organisation) {
    jdbc.sql("DELETE FROM membership WHERE account = ? AND organisation = ?")
        .params(account, organisation)
        .update();
  }

  public Optional<Membership> find(UUID account, UUID organisation) {
    return jdbc.sql("SELECT * FROM membership WHERE account = ? AND organisation = ?")
        .params(account, organisation)
        .query(Members::row)
        .optional();
  }

  public List<Membership> of(UUID account) {
    return jdbc.sql("SELECT * FROM membership WHERE account = ? ORDER BY organisation")
        .param(account)
        .query(Members::row)
        .list();
  }

  /** Members of an organisation in the order of their accounts. */
  public List<Membership> in(UUID organisation, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM membership
            WHERE organisation = ? AND (CAST(? AS uuid) IS NULL OR account > ?)
            ORDER BY account LIMIT ?
            """)
        .param(organisation)
        .param(after)
        .param(after)
        .param(limit)
        .query(Members::row)
        .list();
  }

  /** How many others could still administer the organisation. */
  public int otherAdministrators(UUID organisation, UUID account) {
    return jdbc.sql(
            """
            SELECT count(*) FROM membership
            WHERE organisation = ? AND account <> ? AND role = ?
            """)
        .params(organisation, account, MemberRole.ADMIN.name())
        .query(Integer.class)
        .single();
  }

  private static Membership row(ResultSet row, int number) throws SQLException {
    return new Membership(
        Column.uuid(row, "account"),
        Column.uuid(row, "organisation"),
        MemberRole.valueOf(row.getString("role")),
        row.getLong("version"),
        Column.instant(row, "since"));
  }
}

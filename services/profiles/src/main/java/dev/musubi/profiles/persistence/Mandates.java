package dev.musubi.profiles.persistence;

import dev.musubi.profiles.domain.Mandate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of mandates. */
@Repository
public class Mandates {
  private final JdbcClient jdbc;

  Mandates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the broker has a mandate already. */
  public boolean insert(Mandate mandate, @Nullable UUID by) {
    return jdbc.sql(
                """
                INSERT INTO mandate (id, firm, broker, granted_by, granted_at)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (firm, broker) DO NOTHING
                """)
            .param(mandate.id())
            .param(mandate.firm())
            .param(mandate.broker())
            .param(by)
            .param(Column.time(mandate.grantedAt()))
            .update()
        == 1;
  }

  public void delete(UUID id) {
    jdbc.sql("DELETE FROM mandate WHERE id = ?").param(id).update();
  }

  public Optional<Mandate> find(UUID id) {
    return jdbc.sql("SELECT * FROM mandate WHERE id = ?").param(id).query(Mandates::row).optional();
  }

  public boolean exists(UUID firm, UUID broker) {
    return jdbc.sql("SELECT count(*) FROM mandate WHERE firm = ? AND broker = ?")
            .params(firm, broker)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Brokers that act for a firm. */
  public List<UUID> brokersOf(UUID firm) {
    return jdbc.sql("SELECT broker FROM mandate WHERE firm = ? ORDER BY broker")
        .param(firm)
        .query(UUID.class)
        .list();
  }

  /** Firms that a broker acts for. */
  public List<UUID> firmsOf(UUID broker) {
    return jdbc.sql("SELECT firm FROM mandate WHERE broker = ? ORDER BY firm")
        .param(broker)
        .query(UUID.class)
        .list();
  }

  /** Mandates that an organisation gave or has. */
  public List<Mandate> list(UUID organisation, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM mandate
            WHERE (firm = ? OR broker = ?) AND (CAST(? AS uuid) IS NULL OR id > ?)
            ORDER BY id LIMIT ?
            """)
        .param(organisation)
        .param(organisation)
        .param(after)
        .param(after)
        .param(limit)
        .query(Mandates::row)
        .list();
  }

  private static Mandate row(ResultSet row, int number) throws SQLException {
    return new Mandate(
        Column.uuid(row, "id"),
        Column.uuid(row, "firm"),
        Column.uuid(row, "broker"),
        Column.instant(row, "granted_at"));
  }
}

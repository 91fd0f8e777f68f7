package dev.musubi.profiles.persistence;

import dev.musubi.model.MemberRole;
import dev.musubi.profiles.domain.ApiClient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of organisations' API clients. */
@Repository
public class ApiClients {
  private final JdbcClient jdbc;

  ApiClients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void insert(ApiClient client, @Nullable UUID by) {
    jdbc.sql(
            """
            INSERT INTO api_client
              (id, organisation, name, role, scopes, secret_hash, created_by, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(client.id())
        .param(client.organisation())
        .param(client.name())
        .param(client.role().name())
        .param(String.join(" ", client.scopes().stream().sorted().toList()))
        .param(client.secretHash())
        .param(by)
        .param(Column.time(client.createdAt()))
        .update();
  }

  public Optional<ApiClient> find(String id) {
    return jdbc.sql("SELECT * FROM api_client WHERE id = ?")
        .param(id)
        .query(ApiClients::row)
        .optional();
  }

  public List<ApiClient> of(UUID organisation) {
    return jdbc.sql("SELECT * FROM api_client WHERE organisation = ? ORDER BY id")
        .param(organisation)
        .query(ApiClients::row)
        .list();
  }

  /** False when there is none. */
  public boolean delete(String id, UUID organisation) {
    return jdbc.sql("DELETE FROM api_client WHERE id = ? AND organisation = ?")
            .params(id, organisation)
            .update()
        == 1;
  }

  private static ApiClient row(ResultSet row, int number) throws SQLException {
    return new ApiClient(
        row.getString("id"),
        Column.uuid(row, "organisation"),
        row.getString("name"),
        MemberRole.valueOf(row.getString("role")),
        Set.of(row.getString("scopes").split(" ")),
        row.getString("secret_hash"),
        Column.instant(row, "created_at"));
  }
}

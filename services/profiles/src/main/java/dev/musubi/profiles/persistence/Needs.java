package dev.musubi.profiles.persistence;

import dev.musubi.http.VersionConflict;
import dev.musubi.profiles.domain.Need;
import dev.musubi.profiles.domain.NeedContent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of needs. */
@Repository
public class Needs {
  private final JdbcClient jdbc;
  private final JsonMapper mapper;

  Needs(JdbcClient jdbc, JsonMapper mapper) {
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  public void insert(Need need, @Nullable UUID by) {
    jdbc.sql(
            """
            INSERT INTO need (id, version, organisation, state, visibility, content, sample,
              external_id, created_by, created_at, activated_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
            """)
        .param(need.id())
        .param(need.version())
        .param(need.organisation())
        .param(need.state().name())
        .param(need.content().visibility().name())
        .param(mapper.writeValueAsString(need.content()))
        .param(need.sample())
        .param(need.externalId())
        .param(by)
        .param(Column.time(need.createdAt()))
        .param(Column.timeOrNull(need.activatedAt()))
        .param(Column.time(need.changedAt()))
        .update();
  }

  /**
   * Writes the next version.
   *
   * @throws VersionConflict when somebody else was faster
   */
  public void update(Need need) {
    int rows =
        jdbc.sql(
                """
                UPDATE need SET version = ?, state = ?, visibility = ?, content = ?::jsonb,
                  activated_at = ?, changed_at = ?
                WHERE id = ? AND version = ?
                """)
            .param(need.version())
            .param(need.state().name())
            .param(need.content().visibility().name())
            .param(mapper.writeValueAsString(need.content()))
            .param(Column.timeOrNull(need.activatedAt()))
            .param(Column.time(need.changedAt()))
            .param(need.id())
            .param(need.version() - 1)
            .update();
    if (rows != 1) {
      throw new VersionConflict();
    }
  }

  public void delete(Need need) {
    jdbc.sql("DELETE FROM need WHERE id = ?").param(need.id()).update();
  }

  public Optional<Need> find(UUID id) {
    return jdbc.sql("SELECT * FROM need WHERE id = ?").param(id).query(this::row).optional();
  }

  /** Locks the need until the transaction ends. */
  public Optional<Need> lock(UUID id) {
    return jdbc.sql("SELECT * FROM need WHERE id = ? FOR UPDATE")
        .param(id)
        .query(this::row)
        .optional();
  }

  public Optional<Need> find(UUID organisation, String externalId) {
    return jdbc.sql("SELECT * FROM need WHERE organisation = ? AND external_id = ?")
        .params(organisation, externalId)
        .query(this::row)
        .optional();
  }

  /** Every need of a firm, locked. */
  public List<Need> lockAll(UUID organisation) {
    return jdbc.sql("SELECT * FROM need WHERE organisation = ? ORDER BY id FOR UPDATE")
        .param(organisation)
        .query(this::row)
        .list();
  }

  /** Needs of an organisation and, without the private ones, of firms that it acts for. */
  public List<Need> list(
      UUID organisation, Need.@Nullable State state, @Nullable UUID after, int limit) {
    String wanted = state == null ? null : state.name();
    return jdbc.sql(
            """
            SELECT * FROM need
            WHERE (organisation = ? OR (visibility <> 'PRIVATE' AND organisation IN
                (SELECT firm FROM mandate WHERE broker = ?)))
              AND (CAST(? AS text) IS NULL OR state = ?)
              AND (CAST(? AS uuid) IS NULL OR id < ?)
            ORDER BY id DESC LIMIT ?
            """)
        .param(organisation)
        .param(organisation)
        .param(wanted)
        .param(wanted)
        .param(after)
        .param(after)
        .param(limit)
        .query(this::row)
        .list();
  }

  private Need row(ResultSet row, int number) throws SQLException {
    return new Need(
        Column.uuid(row, "id"),
        row.getLong("version"),
        Column.uuid(row, "organisation"),
        Need.State.valueOf(row.getString("state")),
        mapper.readValue(row.getString("content"), NeedContent.class),
        row.getBoolean("sample"),
        row.getString("external_id"),
        Column.instantOrNull(row, "activated_at"),
        Column.instant(row, "created_at"),
        Column.instant(row, "changed_at"));
  }
}

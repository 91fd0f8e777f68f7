package dev.musubi.profiles.persistence;

import dev.musubi.http.VersionConflict;
import dev.musubi.model.OrganisationKind;
import dev.musubi.profiles.domain.Organisation;
import dev.musubi.profiles.domain.OrganisationProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of organisations. */
@Repository
public class Organisations {
  private final JdbcClient jdbc;
  private final JsonMapper mapper;

  Organisations(JdbcClient jdbc, JsonMapper mapper) {
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  public void insert(Organisation organisation) {
    jdbc.sql(
            """
            INSERT INTO organisation
              (id, version, kind, name, corporate_number, profile, sample, created_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            """)
        .param(organisation.id())
        .param(organisation.version())
        .param(organisation.kind().name())
        .param(organisation.profile().name())
        .param(number(organisation))
        .param(mapper.writeValueAsString(organisation.profile()))
        .param(organisation.sample())
        .param(Column.time(organisation.createdAt()))
        .param(Column.time(organisation.changedAt()))
        .update();
  }

  /**
   * Writes the next version.
   *
   * @throws VersionConflict when somebody else was faster
   */
  public void update(Organisation organisation) {
    int rows =
        jdbc.sql(
                """
                UPDATE organisation SET version = ?, name = ?, corporate_number = ?,
                  profile = ?::jsonb, changed_at = ?
                WHERE id = ? AND version = ?
                """)
            .param(organisation.version())
            .param(organisation.profile().name())
            .param(number(organisation))
            .param(mapper.writeValueAsString(organisation.profile()))
            .param(Column.time(organisation.changedAt()))
            .param(organisation.id())
            .param(organisation.version() - 1)
            .update();
    if (rows != 1) {
      throw new VersionConflict();
    }
  }

  public void delete(UUID id) {
    jdbc.sql("DELETE FROM organisation WHERE id = ?").param(id).update();
  }

  public Optional<Organisation> find(UUID id) {
    return jdbc.sql("SELECT * FROM organisation WHERE id = ?")
        .param(id)
        .query(this::row)
        .optional();
  }

  /** Locks the organisation until the transaction ends: of two changes one waits. */
  public Optional<Organisation> lock(UUID id) {
    return jdbc.sql("SELECT * FROM organisation WHERE id = ? FOR UPDATE")
        .param(id)
        .query(this::row)
        .optional();
  }

  public boolean isTaken(String corporateNumber, @Nullable UUID except) {
    return jdbc.sql(
                """
            SELECT count(*) FROM organisation
            WHERE corporate_number = ? AND (CAST(? AS uuid) IS NULL OR id <> ?)
            """)
            .param(corporateNumber)
            .param(except)
            .param(except)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Organisations in the order of their ids. */
  public List<Organisation> list(
      Collection<OrganisationKind> kinds, @Nullable String name, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM organisation
            WHERE kind = ANY (?) AND (CAST(? AS uuid) IS NULL OR id > ?)
              AND (CAST(? AS text) IS NULL OR strpos(lower(profile::text), lower(?)) > 0)
            ORDER BY id LIMIT ?
            """)
        .param(kinds.stream().map(Enum::name).toArray(String[]::new))
        .param(after)
        .param(after)
        .param(name)
        .param(name)
        .param(limit)
        .query(this::row)
        .list();
  }

  private Organisation row(ResultSet row, int number) throws SQLException {
    return new Organisation(
        Column.uuid(row, "id"),
        row.getLong("version"),
        OrganisationKind.valueOf(row.getString("kind")),
        mapper.readValue(row.getString("profile"), OrganisationProfile.class),
        row.getBoolean("sample"),
        Column.instant(row, "created_at"),
        Column.instant(row, "changed_at"));
  }

  private static @Nullable String number(Organisation organisation) {
    var number = organisation.profile().corporateNumber();
    return number == null ? null : number.digits();
  }
}

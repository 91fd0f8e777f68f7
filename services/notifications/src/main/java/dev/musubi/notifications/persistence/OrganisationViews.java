package dev.musubi.notifications.persistence;

import dev.musubi.model.event.OrganisationState;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names of organisations, from their events. */
@Repository
public class OrganisationViews {
  private final JdbcClient jdbc;

  OrganisationViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps what is newer than the row. */
  public void keep(OrganisationState state) {
    jdbc.sql(
            """
            insert into organisation_view (id, version, kind, name, name_en, prefecture)
            values (:id, :version, :kind, :name, :nameEn, :prefecture)
            on conflict (id) do update set version = excluded.version, kind = excluded.kind,
              name = excluded.name, name_en = excluded.name_en, prefecture = excluded.prefecture
            where organisation_view.version < excluded.version
            """)
        .param("id", state.id())
        .param("version", state.version())
        .param("kind", state.kind().name())
        .param("name", state.name())
        .param("nameEn", state.nameEn())
        .param("prefecture", state.prefecture())
        .update();
  }

  /** The organisation's names, if it is known here. */
  public Optional<Named> find(UUID id) {
    return jdbc.sql("select name, name_en, prefecture from organisation_view where id = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new Named(row.getString("name"), row.getString("name_en"), row.getString(3)))
        .optional();
  }

  /** The organisation has left: nothing of it stays here. */
  public void remove(UUID id) {
    for (String table :
        new String[] {"alert", "alert_counter", "alert_preference", "mailing", "webhook", "told"}) {
      jdbc.sql("delete from " + table + " where organisation_id = :id").param("id", id).update();
    }
    jdbc.sql("delete from organisation_view where id = :id").param("id", id).update();
  }

  /** Names of an organisation. */
  public record Named(String name, @Nullable String nameEn, @Nullable String prefecture) {}
}

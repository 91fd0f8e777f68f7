package dev.musubi.notifications.persistence;

import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.NeedState.Alerts.Frequency;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the people of each need want to hear of matches, from the needs' events. */
@Repository
public class NeedViews {
  private final JdbcClient jdbc;

  NeedViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Until the end of the transaction nobody else decides about this need. A match and its need
   * arrive on different topics: without the lock each could miss the other. It also keeps the
   * weekly budget when two matches are decided at the same moment.
   */
  public void lock(UUID id) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('need:' || :id, 0))")
        .param("id", id.toString())
        .query((row, n) -> 1)
        .single();
  }

  /** Keeps what is newer than the row. */
  public void keep(NeedState state) {
    jdbc.sql(
            """
            insert into need_view
              (id, version, organisation_id, state, title, frequency, budget_per_week)
            values (:id, :version, :organisation, :state, :title, :frequency, :budget)
            on conflict (id) do update set version = excluded.version, state = excluded.state,
              organisation_id = excluded.organisation_id, title = excluded.title,
              frequency = excluded.frequency, budget_per_week = excluded.budget_per_week
            where need_view.version < excluded.version
            """)
        .param("id", state.id())
        .param("version", state.version())
        .param("organisation", state.organisationId())
        .param("state", state.state().name())
        .param("title", state.title())
        .param("frequency", state.alerts().frequency().name())
        .param("budget", state.alerts().budgetPerWeek())
        .update();
  }

  /** The need, if its event has arrived. */
  public Optional<NeedView> find(UUID id) {
    return jdbc.sql("select * from need_view where id = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new NeedView(
                    Columns.uuid(row, "id"),
                    Columns.uuid(row, "organisation_id"),
                    NeedState.State.valueOf(row.getString("state")) == NeedState.State.ACTIVE,
                    row.getString("title"),
                    Frequency.valueOf(row.getString("frequency")),
                    row.getInt("budget_per_week")))
        .optional();
  }

  /** The need was deleted, and its matches with it. */
  public void remove(UUID id) {
    for (String statement :
        new String[] {
          "delete from match_view where need_id = :id",
          "delete from first_list where need_id = :id",
          "delete from need_view where id = :id"
        }) {
      jdbc.sql(statement).param("id", id).update();
    }
  }

  /** What telling needs to know of a need. */
  public record NeedView(
      UUID id,
      UUID organisation,
      boolean active,
      String title,
      Frequency frequency,
      int budgetPerWeek) {}
}

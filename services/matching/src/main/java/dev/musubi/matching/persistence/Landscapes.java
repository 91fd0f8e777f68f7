package dev.musubi.matching.persistence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The landscape as it was drawn last, and what it is drawn from. */
@Repository
public class Landscapes {
  private static final String LOCK = "SELECT pg_try_advisory_xact_lock(7133701)";

  private final JdbcClient jdbc;

  Landscapes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<String> last() {
    return jdbc.sql("SELECT drawn FROM landscape").query(String.class).optional();
  }

  public void keep(String drawn, String basis) {
    jdbc.sql(
            """
            INSERT INTO landscape (one, drawn, basis) VALUES (true, :drawn::jsonb, :basis)
            ON CONFLICT (one) DO UPDATE SET drawn = excluded.drawn, basis = excluded.basis,
              drawn_at = now()
            """)
        .param("drawn", drawn)
        .param("basis", basis)
        .update();
  }

  /**
   * Whether it is time to draw anew, and nobody else does until the end of this transaction: when
   * something has changed since, and not more often than every so many minutes.
   */
  public boolean due(String basis, int minutes) {
    var free = jdbc.sql(LOCK).query(Boolean.class).single();
    return free
        && jdbc.sql(
                """
                SELECT NOT EXISTS (SELECT 1 FROM landscape WHERE basis = :basis
                  OR drawn_at > now() - make_interval(mins => :minutes))
                """)
            .param("basis", basis)
            .param("minutes", minutes)
            .query(Boolean.class)
            .single();
  }

  /** Changes with what is on offer, what is needed, and how much of it has vectors. */
  public String basis(String model) {
    return jdbc.sql(
                """
            SELECT (SELECT count(*) || ':' || coalesce(max(revision), 0) FROM listing WHERE open)
              || '/' || (SELECT count(*) || ':' || coalesce(max(revision), 0) FROM need WHERE active)
            """)
            .query(String.class)
            .single()
        + "/"
        + model;
  }

  /** Some active needs, the same as long as they are active. */
  public List<UUID> someNeeds(int most) {
    return jdbc.sql(
            "SELECT id FROM need WHERE active ORDER BY hashtextextended(id::text, 5) LIMIT :most")
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /** A need's best standing pair. */
  public record Best(UUID need, UUID listing) {}

  /** The best listing of each of these needs, where it fits well. */
  public List<Best> best(List<UUID> needs, double least) {
    return jdbc.sql(
            """
            SELECT DISTINCT ON (need_id) need_id, listing_id FROM match
            WHERE need_id = ANY(:needs) AND active AND fused >= :least
            ORDER BY need_id, fused DESC, id
            """)
        .param("needs", needs.toArray(UUID[]::new))
        .param("least", least)
        .query(
            (row, _) ->
                new Best(
                    row.getObject("need_id", UUID.class), row.getObject("listing_id", UUID.class)))
        .list();
  }
}

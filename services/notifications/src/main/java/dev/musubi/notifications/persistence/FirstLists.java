package dev.musubi.notifications.persistence;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** First lists of needs that are still arriving or have been told. Times are the database's. */
@Repository
public class FirstLists {
  private final JdbcClient jdbc;

  FirstLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** True until the first list of the need has been told. */
  public boolean open(UUID need) {
    return jdbc.sql("select count(*) from first_list where need_id = :need and told_at is not null")
            .param("need", need)
            .query(Integer.class)
            .single()
        == 0;
  }

  /**
   * Another match has arrived: the list waits a little longer, but never beyond the longest wait.
   */
  public void arrived(UUID need, Duration quiet, Duration longest) {
    jdbc.sql(
            """
            insert into first_list (need_id, opened_at, settles_at)
            values (:need, now(), now() + make_interval(secs => :quiet))
            on conflict (need_id) do update set settles_at = least(
              first_list.opened_at + make_interval(secs => :longest), excluded.settles_at)
            where first_list.told_at is null
            """)
        .param("need", need)
        .param("quiet", quiet.toMillis() / 1000.0)
        .param("longest", longest.toMillis() / 1000.0)
        .update();
  }

  /** Needs whose lists have settled. */
  public List<UUID> settled(int limit) {
    return jdbc.sql(
            """
            select need_id from first_list where told_at is null and settles_at <= now()
            order by settles_at limit :limit
            """)
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  /** Whether the list still has to be told; asked under the need's lock. */
  public boolean due(UUID need) {
    return jdbc.sql(
                """
                select count(*) from first_list
                where need_id = :need and told_at is null and settles_at <= now()
                """)
            .param("need", need)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The list has been told, now and for ever. */
  public void told(UUID need) {
    jdbc.sql("update first_list set told_at = now() where need_id = :need")
        .param("need", need)
        .update();
  }

  /** There is nothing to tell; the list may open again. */
  public void drop(UUID need) {
    jdbc.sql("delete from first_list where need_id = :need and told_at is null")
        .param("need", need)
        .update();
  }

  /** The need is not known here yet: look again a little later. */
  public void wait(UUID need, Duration pause) {
    jdbc.sql(
            """
            update first_list set settles_at = now() + make_interval(secs => :pause)
            where need_id = :need
            """)
        .param("need", need)
        .param("pause", pause.toMillis() / 1000.0)
        .update();
  }
}

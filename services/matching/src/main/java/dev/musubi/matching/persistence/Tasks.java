package dev.musubi.matching.persistence;

import dev.musubi.observability.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Work that must be done because something has changed. It is written in the transaction of the
 * change and deleted in the transaction of its effect, so a process that dies loses none of it.
 */
@Repository
public class Tasks {
  private final JdbcClient jdbc;

  Tasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Steps of the work. */
  public enum Kind {
    INDEX_NEED,
    INDEX_LISTING,
    MATCH_NEED,
    MATCH_LISTING,
    EMBED_NEED,
    EMBED_LISTING,
    /** The sentences of a listing, of which the nearest is shown: after all that ranks. */
    EMBED_SENTENCES
  }

  /** Why there is work. */
  public enum Cause {
    /** A need came or changed. */
    NEED,
    /** A listing came or changed. */
    LISTING,
    /** Its vector is there; the pairs are scored again. */
    VECTOR,
    /** Only how it is written in the index changes; nothing is matched anew. */
    DOCUMENT
  }

  /**
   * One piece of work.
   *
   * @param trace header of the trace of what brought it, null when nobody did
   */
  public record Task(
      long id, Kind kind, UUID subject, Cause cause, Instant createdAt, @Nullable String trace) {}

  public void add(Kind kind, Collection<UUID> subjects, Cause cause) {
    if (subjects.isEmpty()) {
      return;
    }
    jdbc.sql(
            "INSERT INTO task (kind, subject, cause, traceparent) SELECT :kind, s, :cause, :trace"
                + " FROM unnest(:subjects::uuid[]) AS s")
        .param("kind", kind.name())
        .param("subjects", subjects.toArray(UUID[]::new))
        .param("cause", cause.name())
        .param("trace", Trace.header())
        .update();
  }

  /**
   * Sees to it that this work begins after this transaction. What waits will; what somebody works
   * on already may have looked too early, and does not count. Until the end of the transaction
   * nobody begins what waits.
   */
  public void addUnlessWaiting(Kind kind, Collection<UUID> subjects, Cause cause) {
    if (subjects.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            WITH waiting AS (
              SELECT subject FROM task
              WHERE kind = :kind AND subject = ANY(:subjects) AND NOT parked
              ORDER BY id FOR UPDATE SKIP LOCKED)
            INSERT INTO task (kind, subject, cause)
            SELECT :kind, s, :cause FROM unnest(:subjects::uuid[]) AS s
            WHERE NOT EXISTS (SELECT 1 FROM waiting w WHERE w.subject = s)
            """)
        .param("kind", kind.name())
        .param("subjects", subjects.toArray(UUID[]::new))
        .param("cause", cause.name())
        .update();
  }

  /** Everything on offer and every active need is to be embedded, as far as it is not kept. */
  public void embedEverything() {
    jdbc.sql(
            """
            INSERT INTO task (kind, subject, cause)
            SELECT 'EMBED_NEED', id, 'VECTOR' FROM need WHERE active
            UNION ALL SELECT 'EMBED_LISTING', id, 'VECTOR' FROM listing WHERE open
            """)
        .update();
  }

  /**
   * Claims the oldest for this transaction; other instances see the next ones. A need goes before
   * listings, and both before what a vector brings: a person waits for the first, and after an
   * import there are thousands of the others.
   */
  public List<Task> claim(Kind kind, int limit) {
    for (var first : List.of("AND cause = 'NEED'", "AND cause NOT IN ('VECTOR', 'DOCUMENT')")) {
      var urgent = claim(kind, limit, first);
      if (!urgent.isEmpty()) {
        return urgent;
      }
    }
    return claim(kind, limit, "");
  }

  private List<Task> claim(Kind kind, int limit, String only) {
    return jdbc.sql(
            """
            SELECT id, kind, subject, cause, created_at, traceparent FROM task
            WHERE kind = :kind AND NOT parked AND due_at <= now() %s
            ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED
            """
                .formatted(only))
        .param("kind", kind.name())
        .param("limit", limit)
        .query(
            (row, _) ->
                new Task(
                    row.getLong("id"),
                    Kind.valueOf(row.getString("kind")),
                    row.getObject("subject", UUID.class),
                    Cause.valueOf(row.getString("cause")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getString("traceparent")))
        .list();
  }

  /** Deletes further tasks for the same, whose reasons are true already: one work does for all. */
  public void absorb(Task task) {
    jdbc.sql(
            """
            DELETE FROM task WHERE id IN (
              SELECT id FROM task WHERE kind = :kind AND subject = :subject AND id <> :id
              FOR UPDATE SKIP LOCKED)
            """)
        .param("kind", task.kind().name())
        .param("subject", task.subject())
        .param("id", task.id())
        .update();
  }

  public void done(Collection<Task> tasks) {
    jdbc.sql("DELETE FROM task WHERE id = ANY(:ids)")
        .param("ids", tasks.stream().map(Task::id).toArray(Long[]::new))
        .update();
  }

  /** It failed for a reason that may pass; after the last attempt it is set aside, visibly. */
  public void failed(Task task, String error, Duration pause, int attempts) {
    jdbc.sql(
            """
            UPDATE task SET attempts = attempts + 1, error = :error,
              due_at = now() + make_interval(secs => :pause),
              parked = attempts + 1 >= :attempts
            WHERE id = :id
            """)
        .param("id", task.id())
        .param("error", error)
        .param("pause", pause.toMillis() / 1000.0)
        .param("attempts", attempts)
        .update();
  }

  /** Tasks that were set aside are tried again. */
  public int release() {
    return jdbc.sql("UPDATE task SET parked = false, attempts = 0, due_at = now() WHERE parked")
        .update();
  }

  /** How much waits. */
  public record Backlog(
      long toIndex,
      long toMatch,
      long toEmbed,
      long parked,
      @Nullable Instant oldest,
      @Nullable String error) {}

  public Backlog backlog() {
    return jdbc.sql(
            """
            SELECT count(*) FILTER (WHERE kind LIKE 'INDEX%' AND NOT parked) AS to_index,
              count(*) FILTER (WHERE kind LIKE 'MATCH%' AND NOT parked) AS to_match,
              count(*) FILTER (WHERE kind LIKE 'EMBED%' AND NOT parked) AS to_embed,
              count(*) FILTER (WHERE parked) AS parked,
              min(created_at) FILTER (WHERE NOT parked) AS oldest,
              max(error) FILTER (WHERE parked) AS error
            FROM task
            """)
        .query(
            (row, _) ->
                new Backlog(
                    row.getLong("to_index"),
                    row.getLong("to_match"),
                    row.getLong("to_embed"),
                    row.getLong("parked"),
                    Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                    row.getString("error")))
        .single();
  }

  /**
   * What waits of one kind.
   *
   * @param since when the oldest that is not set aside was made; null when there is none
   */
  public record Waiting(Kind kind, long count, long parked, @Nullable Instant since) {}

  /** What waits of each kind, none left out. */
  public List<Waiting> byKind() {
    return jdbc.sql(
            """
            SELECT k.kind, count(t.id) FILTER (WHERE NOT parked) AS waiting,
              count(t.id) FILTER (WHERE parked) AS parked,
              min(created_at) FILTER (WHERE NOT parked) AS since
            FROM unnest(:kinds::text[]) WITH ORDINALITY AS k (kind, position)
            LEFT JOIN task t ON t.kind = k.kind
            GROUP BY k.kind, k.position ORDER BY k.position
            """)
        .param("kinds", Arrays.stream(Kind.values()).map(Kind::name).toArray(String[]::new))
        .query(
            (row, _) ->
                new Waiting(
                    Kind.valueOf(row.getString("kind")),
                    row.getLong("waiting"),
                    row.getLong("parked"),
                    Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null)))
        .list();
  }

  /** How many tasks of a kind wait, counted no further than the limit. */
  public long waiting(Kind kind, long limit) {
    return jdbc.sql(
            "SELECT count(*) FROM (SELECT 1 FROM task WHERE kind = :kind AND NOT parked LIMIT"
                + " :limit) AS waiting")
        .param("kind", kind.name())
        .param("limit", limit)
        .query(Long.class)
        .single();
  }

  /**
   * Every active need is to be matched with all listings, instead of each of these listings with
   * all needs: what is many against few. Needs of which one such task waits already have enough of
   * it; see {@link #addUnlessWaiting}.
   */
  public int matchAllNeedsInstead(Collection<Task> listings) {
    var added =
        jdbc.sql(
                """
                WITH waiting AS (
                  SELECT subject FROM task WHERE kind = 'MATCH_NEED' AND NOT parked
                  ORDER BY id FOR UPDATE SKIP LOCKED)
                INSERT INTO task (kind, subject, cause)
                SELECT 'MATCH_NEED', n.id, 'LISTING' FROM need n
                WHERE n.active AND NOT EXISTS (SELECT 1 FROM waiting w WHERE w.subject = n.id)
                """)
            .update();
    done(listings);
    return added;
  }
}

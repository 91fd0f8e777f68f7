package dev.musubi.notifications.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is due and not done yet, and what was given up; each read over an index of its own. */
@Repository
public class Backlogs {
  private final JdbcClient jdbc;

  Backlogs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What may wait. */
  public enum Kind {
    /** Mails to organisations whose people are still to be asked for. */
    MAILINGS,
    MAILS,
    DIGESTS,
    WEBHOOKS
  }

  /**
   * What is due of one kind.
   *
   * @param since when the oldest of it became due; null when nothing is
   */
  public record Due(Kind kind, long count, @Nullable Instant since) {}

  /** In the order of the kinds. */
  public List<Due> due() {
    return jdbc.sql(
            """
            select 0 as kind, count(*) as due, min(next_attempt_at) as since from mailing
              where addressed_at is null and next_attempt_at <= now()
            union all
            select 1, count(*), min(next_attempt_at) from delivery
              where state = 'WAITING' and next_attempt_at <= now()
            union all
            select 2, count(*), min(started_at) from digest_run where finished_at is null
            union all
            select 3, count(*), min(next_attempt_at) from webhook_delivery
              where state = 'WAITING' and next_attempt_at <= now()
            order by kind
            """)
        .query(
            (row, n) ->
                new Due(
                    Kind.values()[row.getInt("kind")],
                    row.getLong("due"),
                    Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null)))
        .list();
  }

  /** Mails that were given up in the last day. */
  public long failedMails() {
    return jdbc.sql(
            """
            select count(*) from delivery
            where settled_at > now() - interval '1 day' and state = 'FAILED'
            """)
        .query(Long.class)
        .single();
  }
}

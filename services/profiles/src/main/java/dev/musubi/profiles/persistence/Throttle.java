package dev.musubi.profiles.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.musubi.http.TooManyRequests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts attempts in windows, for all instances together. Counts by connections of its own, so that
 * an attempt counts whatever becomes of the transaction around it, and a flood of attempts cannot
 * wait for itself. Buckets are kept as hashes: an address is nobody's business.
 */
public final class Throttle implements DisposableBean {
  private final HikariDataSource connections;
  private final JdbcClient jdbc;

  Throttle(HikariDataSource connections) {
    this.connections = connections;
    this.jdbc = JdbcClient.create(connections);
  }

  @Override
  public void destroy() {
    connections.close();
  }

  /**
   * Counts one attempt.
   *
   * @throws TooManyRequests when it is one too many in this window
   */
  public void attempt(String action, String who, int limit, Duration window) {
    Count count =
        jdbc.sql(
                """
                INSERT INTO throttle (bucket, window_start, attempts) VALUES (?, now(), 1)
                ON CONFLICT (bucket) DO UPDATE SET
                  attempts = CASE WHEN throttle.window_start < now() - make_interval(secs => ?)
                    THEN 1 ELSE throttle.attempts + 1 END,
                  window_start = CASE WHEN throttle.window_start < now() - make_interval(secs => ?)
                    THEN now() ELSE throttle.window_start END
                RETURNING attempts, window_start, now() AS seen
                """)
            .params(bucket(action, who), window.toSeconds(), window.toSeconds())
            .query(
                (row, _) ->
                    new Count(
                        row.getInt("attempts"),
                        Column.instant(row, "window_start"),
                        Column.instant(row, "seen")))
            .single();
    if (count.attempts() > limit) {
      throw new TooManyRequests(Duration.between(count.seen(), count.start().plus(window)));
    }
  }

  /** Forgets the attempts: the right one came. */
  public void forget(String action, String who) {
    jdbc.sql("DELETE FROM throttle WHERE bucket = ?").param(bucket(action, who)).update();
  }

  public int purge(Instant before) {
    return jdbc.sql("DELETE FROM throttle WHERE window_start < ?")
        .param(Column.time(before))
        .update();
  }

  private static String bucket(String action, String who) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8));
      return action + ":" + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private record Count(int attempts, Instant start, Instant seen) {}
}

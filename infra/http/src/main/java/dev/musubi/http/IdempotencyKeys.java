package dev.musubi.http;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of keys. */
final class IdempotencyKeys {
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper mapper;

  IdempotencyKeys(JdbcClient jdbc, JsonMapper mapper) {
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  /**
   * Writes the key, waiting while another transaction holds it.
   *
   * @return false when it had been written before
   */
  boolean claim(Id id, byte[] hash) {
    jdbc.sql("SET LOCAL lock_timeout = '20s'").update();
    return jdbc.sql(
                """
                INSERT INTO idempotency_key (caller, operation, key, request_hash)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
            .params(id.caller(), id.operation(), id.key(), hash)
            .update()
        == 1;
  }

  void store(Id id, Answer answer) {
    jdbc.sql(
            """
            UPDATE idempotency_key SET status = ?, headers = ?::jsonb, body = ?
            WHERE caller = ? AND operation = ? AND key = ?
            """)
        .param(answer.status())
        .param(mapper.writeValueAsString(answer.headers()))
        .param(answer.body())
        .param(id.caller())
        .param(id.operation())
        .param(id.key())
        .update();
  }

  Stored stored(Id id) {
    return jdbc.sql(
            """
            SELECT request_hash, status, headers, body FROM idempotency_key
            WHERE caller = ? AND operation = ? AND key = ?
            """)
        .params(id.caller(), id.operation(), id.key())
        .query(
            (row, _) ->
                new Stored(
                    row.getBytes("request_hash"),
                    new Answer(
                        row.getInt("status"),
                        mapper.readValue(row.getString("headers"), HEADERS),
                        row.getBytes("body"))))
        .single();
  }

  /** Deletes keys older than this, some at a time; returns how many. */
  int purge(Duration age) {
    return jdbc.sql(
            """
            DELETE FROM idempotency_key WHERE ctid = ANY (ARRAY(
              SELECT ctid FROM idempotency_key
              WHERE created_at < now() - make_interval(secs => ?) LIMIT 1000))
            """)
        .param(age.toSeconds())
        .update();
  }

  record Id(String caller, String operation, String key) {}

  record Answer(int status, Map<String, String> headers, byte @Nullable [] body) {}

  record Stored(byte[] hash, Answer answer) {}
}

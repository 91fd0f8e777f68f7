package dev.musubi.notifications.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Webhooks of organisations. */
@Repository
public class Webhooks {
  private final JdbcClient jdbc;

  Webhooks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds one. */
  public void add(Webhook webhook, byte[] sealedSecret) {
    jdbc.sql(
            """
            insert into webhook (id, version, organisation_id, url, events, secret, state, created_at,
              changed_at)
            values (:id, 1, :organisation, :url, :events, :secret, 'ACTIVE', :now, :now)
            """)
        .param("id", webhook.id())
        .param("organisation", webhook.organisation())
        .param("url", webhook.url())
        .param("events", Columns.array(webhook.events()))
        .param("secret", sealedSecret)
        .param("now", Columns.at(webhook.createdAt()))
        .update();
  }

  /** How many an organisation has. */
  public int count(UUID organisation) {
    return jdbc.sql("select count(*) from webhook where organisation_id = :organisation")
        .param("organisation", organisation)
        .query(Integer.class)
        .single();
  }

  /** All of an organisation, oldest first. */
  public List<Webhook> of(UUID organisation) {
    return jdbc.sql("select * from webhook where organisation_id = :organisation order by id")
        .param("organisation", organisation)
        .query((row, n) -> webhook(row))
        .list();
  }

  /** One of an organisation. */
  public Optional<Webhook> find(UUID organisation, UUID id) {
    return jdbc.sql("select * from webhook where id = :id and organisation_id = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .query((row, n) -> webhook(row))
        .optional();
  }

  /** Those of an organisation that want this type of event. */
  public List<UUID> wanting(UUID organisation, String type) {
    return jdbc.sql(
            """
            select id from webhook where organisation_id = :organisation and state = 'ACTIVE'
              and (cardinality(events) = 0 or :type = any(events))
            """)
        .param("organisation", organisation)
        .param("type", type)
        .query(UUID.class)
        .list();
  }

  /** Replaces address, events and state if the webhook still has this version. */
  public boolean change(Webhook wanted, Instant now) {
    return jdbc.sql(
                """
                update webhook set version = version + 1, url = :url, events = :events,
                  failing_since = case when :state = state then failing_since end, state = :state,
                  changed_at = :now
                where id = :id and version = :version
                """)
            .param("id", wanted.id())
            .param("version", wanted.version())
            .param("url", wanted.url())
            .param("events", Columns.array(wanted.events()))
            .param("state", wanted.state().name())
            .param("now", Columns.at(now))
            .update()
        > 0;
  }

  /** Replaces the secret if the webhook still has this version. */
  public boolean renewSecret(UUID id, long version, byte[] sealedSecret, Instant now) {
    return jdbc.sql(
                """
                update webhook set version = version + 1, secret = :secret, changed_at = :now
                where id = :id and version = :version
                """)
            .param("id", id)
            .param("version", version)
            .param("secret", sealedSecret)
            .param("now", Columns.at(now))
            .update()
        > 0;
  }

  /** Removes it with its log if it still has this version. */
  public boolean remove(UUID id, long version) {
    return jdbc.sql("delete from webhook where id = :id and version = :version")
            .param("id", id)
            .param("version", version)
            .update()
        > 0;
  }

  /** What is needed to call it. */
  public Optional<Target> target(UUID id) {
    return jdbc.sql("select * from webhook where id = :id")
        .param("id", id)
        .query((row, n) -> new Target(webhook(row), row.getBytes("secret")))
        .optional();
  }

  /** It answered. */
  public void works(UUID id) {
    jdbc.sql("update webhook set failing_since = null where id = :id and failing_since is not null")
        .param("id", id)
        .update();
  }

  /** It failed. Returns since when it has been failing without one success. */
  public Instant fails(UUID id, Instant now) {
    return jdbc.sql(
            """
            update webhook set failing_since = coalesce(failing_since, :now) where id = :id
            returning failing_since
            """)
        .param("id", id)
        .param("now", Columns.at(now))
        .query((row, n) -> Columns.instant(row, "failing_since"))
        .optional()
        .orElse(now);
  }

  /** Switches it off; false when it was off already. */
  public boolean disable(UUID id, Instant now) {
    return jdbc.sql(
                """
                update webhook set state = 'DISABLED', version = version + 1, changed_at = :now
                where id = :id and state = 'ACTIVE'
                """)
            .param("id", id)
            .param("now", Columns.at(now))
            .update()
        > 0;
  }

  private static Webhook webhook(ResultSet row) throws SQLException {
    return new Webhook(
        Columns.uuid(row, "id"),
        row.getLong("version"),
        Columns.uuid(row, "organisation_id"),
        row.getString("url"),
        Columns.texts(row, "events"),
        State.valueOf(row.getString("state")),
        Columns.instantOrNull(row, "failing_since"),
        Columns.instant(row, "created_at"));
  }

  /** Whether it is called. */
  public enum State {
    ACTIVE,
    /** Switched off, by the organisation or after a long failure. */
    DISABLED
  }

  /**
   * A webhook.
   *
   * @param events types it wants; empty for all
   */
  public record Webhook(
      UUID id,
      long version,
      UUID organisation,
      String url,
      List<String> events,
      State state,
      @Nullable Instant failingSince,
      Instant createdAt) {}

  /** A webhook with its sealed secret. */
  public record Target(Webhook webhook, byte[] sealedSecret) {}
}

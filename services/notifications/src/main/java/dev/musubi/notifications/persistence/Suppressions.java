package dev.musubi.notifications.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses that must not be written to, as keyed hashes. */
@Repository
public class Suppressions {
  private final JdbcClient jdbc;

  Suppressions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds an address; the first reason stays. */
  public void add(String addressHash, Reason reason, @Nullable String detail, Instant now) {
    jdbc.sql(
            """
            insert into suppression (address_hash, reason, detail, since)
            values (:hash, :reason, :detail, :now) on conflict do nothing
            """)
        .param("hash", addressHash)
        .param("reason", reason.name())
        .param("detail", detail)
        .param("now", Columns.at(now))
        .update();
  }

  /** Takes an address off: it has proved to work, or an operator says so. */
  public boolean remove(String addressHash) {
    return jdbc.sql("delete from suppression where address_hash = :hash")
            .param("hash", addressHash)
            .update()
        > 0;
  }

  /** Whether the address must not be written to. */
  public boolean contains(String addressHash) {
    return !among(Set.of(addressHash)).isEmpty();
  }

  /** Those of the addresses that must not be written to. */
  public Set<String> among(Collection<String> addressHashes) {
    return Set.copyOf(
        jdbc.sql("select address_hash from suppression where address_hash = any(:hashes)")
            .param("hashes", addressHashes.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** How many there are. */
  public long count() {
    return jdbc.sql("select count(*) from suppression").query(Long.class).single();
  }

  /** Why an address is on the list. */
  public enum Reason {
    /** A server said that it does not exist. */
    HARD_BOUNCE,
    /** The person complained. */
    COMPLAINT,
    /** An operator put it there. */
    OPERATOR
  }
}

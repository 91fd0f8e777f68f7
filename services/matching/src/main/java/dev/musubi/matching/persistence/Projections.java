package dev.musubi.matching.persistence;

import dev.musubi.matching.domain.Openness;
import dev.musubi.model.event.EventJson;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import dev.musubi.model.event.OrganisationState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What other services have said last. */
@Repository
public class Projections {
  private static final UUID NOBODY = new UUID(0, 0);

  /** Later than every earlier one, also than those of a table that was lost. */
  private static final String NEXT_REVISION =
      "greatest(%s.revision + 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)";

  private final JdbcClient jdbc;

  Projections(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A listing as the index takes it. */
  public record ListingRow(
      UUID id,
      long version,
      long revision,
      boolean open,
      @Nullable ListingState state,
      @Nullable OrganisationState organisation) {}

  /** A need as the index takes it. */
  public record NeedRow(
      UUID id, long version, long revision, boolean active, @Nullable NeedState state) {}

  /**
   * Keeps a listing's state unless a later one is known.
   *
   * @return whether it was news
   */
  public boolean keep(
      UUID id, long version, @Nullable ListingState state, @Nullable Openness openness) {
    var sql =
        """
        INSERT INTO listing AS l (id, version, revision, organisation_id, state, open, opens_on, closes_on)
        VALUES (:id, :version, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint,
          :organisation, :state::jsonb, :open, :opens, :closes)
        ON CONFLICT (id) DO UPDATE SET
          version = excluded.version,
          revision = NEXT,
          organisation_id = excluded.organisation_id,
          state = excluded.state,
          open = excluded.open,
          opens_on = excluded.opens_on,
          closes_on = excluded.closes_on,
          arrived_at = CASE WHEN excluded.open AND NOT l.open THEN now() ELSE l.arrived_at END,
          changed_at = now()
        WHERE l.version < excluded.version
        """;
    var known = openness == null ? new Openness(false, null, null) : openness;
    return jdbc.sql(sql.replace("NEXT", NEXT_REVISION.formatted("l")))
            .param("id", id)
            .param("version", version)
            .param("organisation", state == null ? NOBODY : state.organisationId())
            .param("state", state == null ? null : json(state))
            .param("open", known.open())
            .param("opens", known.opensOn())
            .param("closes", known.closesOn())
            .update()
        > 0;
  }

  /** As {@link #keep(UUID, long, ListingState, Openness)}, for a need. */
  public boolean keep(UUID id, long version, @Nullable NeedState state) {
    var sql =
        """
        INSERT INTO need AS n (id, version, revision, organisation_id, state, active)
        VALUES (:id, :version, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint,
          :organisation, :state::jsonb, :active)
        ON CONFLICT (id) DO UPDATE SET
          version = excluded.version,
          revision = NEXT,
          organisation_id = excluded.organisation_id,
          state = excluded.state,
          active = excluded.active,
          changed_at = now()
        WHERE n.version < excluded.version
        """;
    return jdbc.sql(sql.replace("NEXT", NEXT_REVISION.formatted("n")))
            .param("id", id)
            .param("version", version)
            .param("organisation", state == null ? NOBODY : state.organisationId())
            .param("state", state == null ? null : json(state))
            .param("active", state != null && state.state() == NeedState.State.ACTIVE)
            .update()
        > 0;
  }

  /** As {@link #keep(UUID, long, ListingState, Openness)}, for an organisation. */
  public boolean keep(UUID id, long version, @Nullable OrganisationState state) {
    return jdbc.sql(
                """
                INSERT INTO organisation AS o (id, version, state) VALUES (:id, :version, :state::jsonb)
                ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state
                WHERE o.version < excluded.version
                """)
            .param("id", id)
            .param("version", version)
            .param("state", state == null ? null : json(state))
            .update()
        > 0;
  }

  /** The documents of an organisation's listings are to be written anew. */
  public List<UUID> reviseListingsOf(UUID organisation) {
    return jdbc.sql(revise("listing", "organisation_id = :id AND state IS NOT NULL"))
        .param("id", organisation)
        .query(UUID.class)
        .list();
  }

  /** The documents of these are to be written again, though nothing of their texts has changed. */
  public void reviseListings(Collection<UUID> ids) {
    revise("listing", ids);
  }

  /** As {@link #reviseListings}. */
  public void reviseNeeds(Collection<UUID> ids) {
    revise("need", ids);
  }

  private void revise(String table, Collection<UUID> ids) {
    jdbc.sql(revise(table, "id = ANY(:ids)"))
        .param("ids", ids.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /**
   * Locks by id first, as everybody does: an update alone takes rows in the order it meets them.
   */
  private static String revise(String table, String which) {
    return """
    WITH locked AS (SELECT id FROM %1$s WHERE %2$s ORDER BY id FOR NO KEY UPDATE)
    UPDATE %1$s r SET revision = %3$s FROM locked WHERE r.id = locked.id RETURNING r.id
    """
        .formatted(table, which, NEXT_REVISION.formatted("r"));
  }

  /** Listings on whose day it is to open or close. */
  public List<ListingRow> turning(LocalDate today, int limit) {
    return listings(
        "(NOT l.open AND l.opens_on <= :today) OR (l.open AND l.closes_on < :today)"
            + " ORDER BY l.id LIMIT "
            + limit,
        Map.of("today", today));
  }

  /** A day has come on which the listing opens or closes. */
  public void turn(UUID id, Openness openness) {
    jdbc.sql(
            "UPDATE listing l SET open = :open, opens_on = :opens, closes_on = :closes, revision = "
                + NEXT_REVISION.formatted("l")
                + ", arrived_at = CASE WHEN :open AND NOT l.open THEN now() ELSE l.arrived_at END"
                + " WHERE id = :id")
        .param("id", id)
        .param("open", openness.open())
        .param("opens", openness.opensOn())
        .param("closes", openness.closesOn())
        .update();
  }

  public List<ListingRow> listings(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : listings("l.id = ANY(:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
  }

  /** The next open listings by id, for a rebuild. */
  public List<ListingRow> openListingsAfter(@Nullable UUID id, int limit) {
    return listings(
        "l.open AND l.id > :id ORDER BY l.id LIMIT " + limit,
        Map.of("id", id == null ? NOBODY : id));
  }

  /** The next active needs by id, for a rebuild. */
  public List<NeedRow> activeNeedsAfter(@Nullable UUID id, int limit) {
    return needs(
        "active AND id > :id ORDER BY id LIMIT " + limit, Map.of("id", id == null ? NOBODY : id));
  }

  public List<NeedRow> needs(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : needs("id = ANY(:ids)", Map.of("ids", ids.toArray(UUID[]::new)));
  }

  public Optional<NeedRow> need(UUID id) {
    return needs(List.of(id)).stream().findFirst();
  }

  public Optional<ListingRow> listing(UUID id) {
    return listings(List.of(id)).stream().findFirst();
  }

  public Map<UUID, OrganisationState> organisations(Collection<UUID> ids) {
    var found = new HashMap<UUID, OrganisationState>();
    jdbc.sql("SELECT id, state FROM organisation WHERE id = ANY(:ids) AND state IS NOT NULL")
        .param("ids", ids.toArray(UUID[]::new))
        .query(
            row -> {
              var state =
                  EventJson.mapper().readValue(row.getString("state"), OrganisationState.class);
              found.put(row.getObject("id", UUID.class), state);
            });
    return found;
  }

  public long countOpenListings() {
    return jdbc.sql("SELECT count(*) FROM listing WHERE open").query(Long.class).single();
  }

  public long countActiveNeeds() {
    return jdbc.sql("SELECT count(*) FROM need WHERE active").query(Long.class).single();
  }

  private List<ListingRow> listings(String where, Map<String, ?> params) {
    return jdbc.sql(
            "SELECT l.id, l.version, l.revision, l.open, l.state, o.state AS organisation"
                + " FROM listing l LEFT JOIN organisation o ON o.id = l.organisation_id WHERE "
                + where)
        .params(params)
        .query(
            (row, _) ->
                new ListingRow(
                    row.getObject("id", UUID.class),
                    row.getLong("version"),
                    row.getLong("revision"),
                    row.getBoolean("open"),
                    read(row.getString("state"), ListingState.class),
                    read(row.getString("organisation"), OrganisationState.class)))
        .list();
  }

  private List<NeedRow> needs(String where, Map<String, ?> params) {
    return jdbc.sql("SELECT id, version, revision, active, state FROM need WHERE " + where)
        .params(params)
        .query(
            (row, _) ->
                new NeedRow(
                    row.getObject("id", UUID.class),
                    row.getLong("version"),
                    row.getLong("revision"),
                    row.getBoolean("active"),
                    read(row.getString("state"), NeedState.class)))
        .list();
  }

  private static String json(Object state) {
    return EventJson.mapper().writeValueAsString(state);
  }

  @SuppressWarnings("NullAway") // Null in, null out; Jackson knows no null for these types.
  private static <T> T read(@Nullable String json, Class<T> type) {
    return json == null ? null : EventJson.mapper().readValue(json, type);
  }
}

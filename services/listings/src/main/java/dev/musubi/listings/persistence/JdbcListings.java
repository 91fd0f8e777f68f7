package dev.musubi.listings.persistence;

import dev.musubi.listings.application.Days;
import dev.musubi.listings.application.Listings;
import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.NextTurn;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcListings implements Listings {
  private static final String SELECT = "SELECT " + ListingRows.COLUMNS + " FROM listing ";
  private static final String INSERT =
      """
      INSERT INTO listing (organisation_id, version, status, content, source, external_id, reason,
        expires_on, turns_on, changed_at, published_at, import_hash, edited, created_at, id)
      VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE =
      """
      UPDATE listing SET organisation_id = ?, version = ?, status = ?, content = ?::jsonb,
        source = ?, external_id = ?, reason = ?, expires_on = ?, turns_on = ?, changed_at = ?,
        published_at = ?, import_hash = ?, edited = ?, created_at = ?
      WHERE id = ?
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final ListingKeys keys;
  private final Days days;

  JdbcListings(JdbcClient jdbc, JdbcTemplate batches, Days days) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.keys = new ListingKeys(batches);
    this.days = days;
  }

  @Override
  public Optional<Listing> find(UUID id) {
    return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(ListingRows::listing).optional();
  }

  @Override
  public Optional<Listing> lock(UUID id) {
    return jdbc.sql(SELECT + "WHERE id = ? FOR UPDATE")
        .param(id)
        .query(ListingRows::listing)
        .optional();
  }

  @Override
  public void insert(Listing listing) {
    batches.update(INSERT, row(new Imported(listing, null, false)));
    keys.add(List.of(listing));
  }

  @Override
  public void update(Listing listing, boolean edited) {
    Imported there =
        jdbc.sql(SELECT + "WHERE id = ?").param(listing.id()).query(ListingRows::imported).single();
    batches.update(UPDATE, row(new Imported(listing, there.hash(), there.edited() || edited)));
    if (!there.listing().content().equals(listing.content())) {
      keys.replace(List.of(listing));
    }
  }

  @Override
  public void delete(UUID id) {
    jdbc.sql("DELETE FROM listing WHERE id = ?").param(id).update();
  }

  @Override
  public List<Listing> ofOrganisation(
      UUID organisation, @Nullable Set<Listing.Status> statuses, @Nullable UUID after, int limit) {
    String[] names =
        statuses == null
            ? new String[0]
            : statuses.stream().map(Listing.Status::name).toArray(String[]::new);
    return jdbc.sql(
            SELECT
                + """
                WHERE organisation_id = ? AND (cardinality(?::text[]) = 0 OR status = ANY (?))
                  AND (?::uuid IS NULL OR id < ?)
                ORDER BY id DESC LIMIT ?
                """)
        .params(Arrays.asList(organisation, names, names, after, after, limit))
        .query(ListingRows::listing)
        .list();
  }

  @Override
  public List<Listing> naming(UUID organisation, @Nullable UUID after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                WHERE id IN (SELECT listing_id FROM listing_party WHERE organisation_id = ?)
                  AND (?::uuid IS NULL OR id < ?)
                ORDER BY id DESC LIMIT ?
                """)
        .params(Arrays.asList(organisation, after, after, limit))
        .query(ListingRows::listing)
        .list();
  }

  @Override
  public List<Listing> lockTurning(LocalDate today, int limit) {
    return jdbc.sql(
            SELECT
                + """
                WHERE status = 'PUBLISHED' AND turns_on <= ?
                ORDER BY turns_on, id LIMIT ? FOR UPDATE SKIP LOCKED
                """)
        .params(today, limit)
        .query(ListingRows::listing)
        .list();
  }

  @Override
  public List<Listing> lockTakenBy(String reason) {
    return jdbc.sql(
            SELECT
                + """
                WHERE reason = ? AND status IN ('LICENSED_EXCLUSIVELY', 'SOLD')
                ORDER BY id FOR UPDATE
                """)
        .param(reason)
        .query(ListingRows::listing)
        .list();
  }

  @Override
  public void lockOrganisation(UUID organisation) {
    jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(?, 0))) AS locked")
        .param("bulk:" + organisation)
        .query(Integer.class)
        .single();
  }

  @Override
  public Map<String, Imported> lockByExternalId(
      UUID organisation, String source, Collection<String> externalIds) {
    Map<String, Imported> found = new HashMap<>();
    if (!externalIds.isEmpty()) {
      jdbc.sql(
              SELECT
                  + """
                  WHERE organisation_id = ? AND source = ? AND external_id = ANY (?)
                  ORDER BY id FOR UPDATE
                  """)
          .params(organisation, source, externalIds.toArray(String[]::new))
          .query(ListingRows::imported)
          .list()
          .forEach(it -> found.put(String.valueOf(it.listing().externalId()), it));
    }
    return found;
  }

  @Override
  public Map<String, Imported> lockByRight(UUID organisation, Collection<String> rightKeys) {
    Map<String, UUID> idByKey = keys.find(organisation, rightKeys);
    Map<UUID, Imported> byId = new HashMap<>();
    if (!idByKey.isEmpty()) {
      UUID[] ids = idByKey.values().stream().distinct().toArray(UUID[]::new);
      jdbc.sql(SELECT + "WHERE id = ANY (?) ORDER BY id FOR UPDATE")
          .params(List.of((Object) ids))
          .query(ListingRows::imported)
          .list()
          .forEach(it -> byId.put(it.listing().id(), it));
    }
    Map<String, Imported> found = new HashMap<>();
    idByKey.forEach(
        (key, id) -> {
          Imported there = byId.get(id);
          if (there != null) {
            found.put(key, there);
          }
        });
    return found;
  }

  @Override
  public void saveAll(List<Imported> created, List<Imported> updated) {
    if (!created.isEmpty()) {
      batches.batchUpdate(INSERT, created.stream().map(this::row).toList());
      keys.add(created.stream().map(Imported::listing).toList());
    }
    if (!updated.isEmpty()) {
      batches.batchUpdate(UPDATE, updated.stream().map(this::row).toList());
      keys.replace(updated.stream().map(Imported::listing).toList());
    }
  }

  private @Nullable Object[] row(Imported it) {
    Listing listing = it.listing();
    return new @Nullable Object[] {
      listing.organisationId(),
      listing.version(),
      listing.status().name(),
      ListingRows.json(listing.content()),
      listing.source(),
      listing.externalId(),
      listing.reason(),
      listing.expiresOn(),
      NextTurn.after(days.today(), listing.content()).orElse(null),
      ListingRows.time(listing.changedAt()),
      ListingRows.time(listing.publishedAt()),
      it.hash(),
      it.edited(),
      ListingRows.time(listing.createdAt()),
      listing.id()
    };
  }
}

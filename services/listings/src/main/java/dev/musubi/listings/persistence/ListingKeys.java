package dev.musubi.listings.persistence;

import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.ListingContent;
import dev.musubi.listings.domain.ListingContent.Owner;
import dev.musubi.listings.domain.ListingContent.Protection;
import dev.musubi.listings.domain.RightNumbers;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** By what listings are found beside their id: rights, and the members that are named in them. */
final class ListingKeys {
  private final JdbcTemplate jdbc;

  ListingKeys(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(List<Listing> listings) {
    insert(
        "INSERT INTO listing_right (listing_id, organisation_id, right_key) VALUES (?, ?, ?)",
        listings.stream().flatMap(it -> rights(it).stream()).toList());
    insert(
        "INSERT INTO listing_party (listing_id, organisation_id) VALUES (?, ?)",
        listings.stream().flatMap(it -> parties(it).stream()).toList());
  }

  void replace(List<Listing> listings) {
    Object ids = listings.stream().map(Listing::id).toArray(UUID[]::new);
    jdbc.update("DELETE FROM listing_right WHERE listing_id = ANY (?)", ids);
    jdbc.update("DELETE FROM listing_party WHERE listing_id = ANY (?)", ids);
    add(listings);
  }

  /** The oldest listing of each key. */
  Map<String, UUID> find(UUID organisation, Collection<String> keys) {
    Map<String, UUID> found = new HashMap<>();
    if (!keys.isEmpty()) {
      jdbc.query(
          """
          SELECT right_key, listing_id FROM listing_right
          WHERE organisation_id = ? AND right_key = ANY (?) ORDER BY listing_id
          """,
          row -> {
            found.putIfAbsent(row.getString(1), row.getObject(2, UUID.class));
          },
          organisation,
          keys.toArray(String[]::new));
    }
    return found;
  }

  private void insert(String sql, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(sql, rows);
    }
  }

  private static List<Object[]> rights(Listing listing) {
    Set<String> keys = new LinkedHashSet<>();
    listing.content().rights().forEach(right -> keys.addAll(RightNumbers.keys(right)));
    return keys.stream()
        .map(key -> new Object[] {listing.id(), listing.organisationId(), key})
        .toList();
  }

  private static List<Object[]> parties(Listing listing) {
    ListingContent content = listing.content();
    Set<UUID> parties = new LinkedHashSet<>();
    for (Owner owner : content.owners()) {
      add(parties, owner.organisationId());
    }
    Protection protection = content.protection();
    if (protection != null) {
      add(parties, protection.partnerOrganisationId());
    }
    parties.remove(listing.organisationId());
    return parties.stream().map(party -> new Object[] {listing.id(), party}).toList();
  }

  private static void add(Set<UUID> parties, @Nullable UUID party) {
    if (party != null) {
      parties.add(party);
    }
  }
}

package dev.musubi.deals.persistence;

import dev.musubi.deals.application.Surroundings;
import dev.musubi.deals.domain.FirmFacts;
import dev.musubi.deals.domain.ListingFacts;
import dev.musubi.deals.domain.MatchFacts;
import dev.musubi.deals.domain.NeedFacts;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSurroundings implements Surroundings {
  private static final String LISTING = "known_listing";
  private static final String FIRM = "known_firm";
  private static final String NEED = "known_need";
  private static final String MATCH = "known_match";

  private final JdbcClient jdbc;

  JdbcSurroundings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<ListingFacts> listing(UUID id) {
    return find(LISTING, id, ListingFacts.class);
  }

  @Override
  public Optional<FirmFacts> firm(UUID id) {
    return find(FIRM, id, FirmFacts.class);
  }

  @Override
  public Optional<NeedFacts> need(UUID id) {
    return find(NEED, id, NeedFacts.class);
  }

  @Override
  public Optional<MatchFacts> match(UUID id) {
    return find(MATCH, id, MatchFacts.class);
  }

  @Override
  public void keep(ListingFacts listing, long version) {
    keep(LISTING, listing.id(), version, listing);
  }

  @Override
  public void keep(FirmFacts firm, long version) {
    keep(FIRM, firm.id(), version, firm);
  }

  @Override
  public void keep(NeedFacts need, long version) {
    keep(NEED, need.id(), version, need);
  }

  @Override
  public void keep(MatchFacts match, long version) {
    keep(MATCH, match.id(), version, match);
  }

  @Override
  public void forgetListing(UUID id, long version) {
    keep(LISTING, id, version, null);
  }

  @Override
  public void forgetFirm(UUID id, long version) {
    keep(FIRM, id, version, null);
  }

  @Override
  public void forgetNeed(UUID id, long version) {
    keep(NEED, id, version, null);
  }

  @Override
  public void forgetMatch(UUID id, long version) {
    keep(MATCH, id, version, null);
  }

  private <T> Optional<T> find(String table, UUID id, Class<T> type) {
    return jdbc.sql("SELECT content FROM " + table + " WHERE id = ? AND content IS NOT NULL")
        .param(id)
        .query(String.class)
        .optional()
        .map(json -> Facts.read(json, type));
  }

  /**
   * A dead letter that is replayed late must not turn back what is known.
   *
   * @param facts null when it is gone
   */
  private void keep(String table, UUID id, long version, @Nullable Object facts) {
    jdbc.sql(
            """
            INSERT INTO %1$s (id, version, content) VALUES (?, ?, ?::jsonb)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, content = excluded.content
            WHERE %1$s.version < excluded.version
            """
                .formatted(table))
        .params(id, version)
        .param(facts == null ? null : Facts.write(facts))
        .update();
  }
}

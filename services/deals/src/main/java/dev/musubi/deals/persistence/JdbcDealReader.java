package dev.musubi.deals.persistence;

import dev.musubi.deals.application.DealDetails;
import dev.musubi.deals.application.DealReader;
import dev.musubi.deals.domain.Deal;
import dev.musubi.deals.domain.FirmFacts;
import dev.musubi.deals.domain.ListingFacts;
import dev.musubi.deals.domain.Message;
import dev.musubi.deals.domain.NeedFacts;
import dev.musubi.deals.domain.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One query brings a deal with all that surrounds it. */
@Repository
class JdbcDealReader implements DealReader {
  /** A broker's part lasts as long as its mandate. */
  private static final String OWN =
      """
      SELECT d.*, l.content AS known_listing, n.content AS known_need,
        s.content AS known_seeker, o.content AS known_owner, b.content AS known_broker
      FROM deal d
        LEFT JOIN known_listing l ON l.id = d.listing
        LEFT JOIN known_need n ON n.id = d.need
        LEFT JOIN known_firm s ON s.id = d.seeker
        LEFT JOIN known_firm o ON o.id = d.owner
        LEFT JOIN known_firm b ON b.id = d.broker
      WHERE (d.owner = :us OR d.seeker = :us
        OR (d.broker = :us AND jsonb_exists(s.content -> 'mandates', CAST(:us AS text))))
      """;

  private final JdbcClient jdbc;

  JdbcDealReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<DealDetails> find(UUID id, UUID organisation) {
    return jdbc.sql(OWN + " AND d.id = :id")
        .param("us", organisation)
        .param("id", id)
        .query((row, _) -> details(row, organisation))
        .optional();
  }

  @Override
  public List<DealDetails> list(
      UUID organisation, @Nullable String stage, @Nullable UUID after, int limit) {
    return jdbc.sql(
            OWN
                + """
                  AND (CAST(:stage AS text) IS NULL OR d.stage = :stage
                    OR (:stage = 'CLOSED' AND d.stage = 'WITHDRAWN'))
                  AND (CAST(:after AS uuid) IS NULL OR d.id < :after)
                ORDER BY d.id DESC LIMIT :limit
                """)
        .param("us", organisation)
        .param("stage", stage)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> details(row, organisation))
        .list();
  }

  @Override
  public List<Message> messages(UUID deal) {
    return jdbc.sql("SELECT * FROM deal_message WHERE deal = ? ORDER BY id")
        .param(deal)
        .query((row, _) -> DealRow.message(row))
        .list();
  }

  private static DealDetails details(ResultSet row, UUID organisation) throws SQLException {
    Deal deal = DealRow.deal(row);
    return new DealDetails(
        deal,
        side(deal, organisation),
        Facts.read(row.getString("known_listing"), ListingFacts.class),
        Facts.read(row.getString("known_need"), NeedFacts.class),
        Facts.read(row.getString("known_seeker"), FirmFacts.class),
        Facts.read(row.getString("known_owner"), FirmFacts.class),
        Facts.read(row.getString("known_broker"), FirmFacts.class));
  }

  private static Side side(Deal deal, UUID organisation) {
    if (organisation.equals(deal.owner())) {
      return Side.OWNER;
    }
    return organisation.equals(deal.seeker()) ? Side.SEEKER : Side.BROKER;
  }
}

package dev.musubi.matching.persistence;

import dev.musubi.matching.domain.Match;
import dev.musubi.model.event.EventJson;
import dev.musubi.model.event.MatchState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs that fit, or once did. */
@Repository
public class Matches {
  private static final RowMapper<Match> ROW = (row, _) -> MatchRow.match(row);

  private final JdbcClient jdbc;

  Matches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every pair of the need, those that have ended included, locked in the order of needs. */
  public List<Match> lockOfNeed(UUID need) {
    return jdbc.sql("SELECT * FROM match WHERE need_id = :need ORDER BY need_id, id FOR UPDATE")
        .param("need", need)
        .query(ROW)
        .list();
  }

  /** Standing pairs of these listings, locked in the order of needs. */
  public List<Match> lockActiveOfListings(Collection<UUID> listings) {
    return jdbc.sql(
            "SELECT * FROM match WHERE listing_id = ANY(:listings) AND active ORDER BY need_id, id FOR"
                + " UPDATE")
        .param("listings", listings.toArray(UUID[]::new))
        .query(ROW)
        .list();
  }

  /** Standing pairs of these needs, locked in the order of needs. */
  public List<Match> lockActiveOfNeeds(Collection<UUID> needs) {
    return jdbc.sql(
            "SELECT * FROM match WHERE need_id = ANY(:needs) AND active ORDER BY need_id, id FOR UPDATE")
        .param("needs", needs.toArray(UUID[]::new))
        .query(ROW)
        .list();
  }

  public Optional<Match> lock(UUID id) {
    return jdbc.sql("SELECT * FROM match WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(ROW)
        .optional();
  }

  public Optional<Match> find(UUID id) {
    return jdbc.sql("SELECT * FROM match WHERE id = :id").param("id", id).query(ROW).optional();
  }

  public Optional<Match> lockPair(UUID need, UUID listing) {
    return jdbc.sql(
            "SELECT * FROM match WHERE need_id = :need AND listing_id = :listing FOR UPDATE")
        .param("need", need)
        .param("listing", listing)
        .query(ROW)
        .optional();
  }

  /** The weakest standing pair of a need that may give way to a better one, with their number. */
  public Standing standing(UUID need) {
    return jdbc.sql(
            """
            SELECT count(*) AS pairs,
              min(fused) FILTER (WHERE coalesce(feedback_answer, 'NO') = 'NO' AND deal_stage IS NULL)
                AS weakest
            FROM match WHERE need_id = :need AND active
            """)
        .param("need", need)
        .query(
            (row, _) -> new Standing(row.getInt("pairs"), row.getObject("weakest", Double.class)))
        .single();
  }

  /**
   * @param pairs standing ones
   * @param weakest fused score of the weakest of those that may be ended, or null
   */
  public record Standing(int pairs, @Nullable Double weakest) {}

  /** Locks the weakest standing pair that may give way. */
  public Optional<Match> lockWeakest(UUID need) {
    return jdbc.sql(
            """
            SELECT * FROM match WHERE need_id = :need AND active
              AND coalesce(feedback_answer, 'NO') = 'NO' AND deal_stage IS NULL
            ORDER BY fused, id DESC LIMIT 1 FOR UPDATE
            """)
        .param("need", need)
        .query(ROW)
        .optional();
  }

  /** Place that a score would have among the need's standing pairs. */
  public int rank(UUID need, double fused) {
    return jdbc.sql(
                "SELECT count(*) FROM match WHERE need_id = :need AND active AND fused > :fused")
            .param("need", need)
            .param("fused", fused)
            .query(Integer.class)
            .single()
        + 1;
  }

  /** Where a page of pairs begins: after this score and id, or at the top. */
  public record After(double fused, UUID id) {
    static final After TOP = new After(Double.MAX_VALUE, new UUID(0, 0));
  }

  /** A need's standing pairs with open listings, the best first. */
  public List<Match> pageOfNeed(UUID need, @Nullable After after, int limit) {
    return page(
        "m.need_id = :id AND EXISTS (SELECT 1 FROM listing l WHERE l.id = m.listing_id AND l.open)",
        need,
        after,
        limit);
  }

  public long countOfNeed(UUID need) {
    return jdbc.sql(
            """
            SELECT count(*) FROM match m JOIN listing l ON l.id = m.listing_id
            WHERE m.need_id = :id AND m.active AND l.open
            """)
        .param("id", need)
        .query(Long.class)
        .single();
  }

  /** A listing's standing pairs with needs that their firms show to owners, the best first. */
  public List<Match> pageOfListing(UUID listing, @Nullable After after, int limit) {
    return page(
        "m.listing_id = :id AND EXISTS (SELECT 1 FROM need n WHERE n.id = m.need_id AND n.active"
            + " AND n.state ->> 'visibility' IN ('PUBLIC', 'ANONYMOUS'))",
        listing,
        after,
        limit);
  }

  /** How many of a listing's standing pairs an owner may see, and how many there are besides. */
  public record Seen(long shown, long hidden) {}

  public Seen countOfListing(UUID listing) {
    return jdbc.sql(
            """
            SELECT count(*) FILTER (WHERE n.state ->> 'visibility' IN ('PUBLIC', 'ANONYMOUS')) AS shown,
              count(*) AS pairs
            FROM match m JOIN need n ON n.id = m.need_id
            WHERE m.listing_id = :id AND m.active AND n.active
            """)
        .param("id", listing)
        .query(
            (row, _) -> new Seen(row.getLong("shown"), row.getLong("pairs") - row.getLong("shown")))
        .single();
  }

  private List<Match> page(String where, UUID id, @Nullable After after, int limit) {
    var from = after == null ? After.TOP : after;
    return jdbc.sql(
            "SELECT m.* FROM match m WHERE m.active AND "
                + where
                + " AND (m.fused < :fused OR (m.fused = :fused AND m.id > :after))"
                + " ORDER BY m.fused DESC, m.id LIMIT :limit")
        .param("id", id)
        .param("fused", from.fused())
        .param("after", from.id())
        .param("limit", limit)
        .query(ROW)
        .list();
  }

  /** Listings with a standing pair of this need. */
  public List<UUID> standingListings(UUID need) {
    return jdbc.sql("SELECT listing_id FROM match WHERE need_id = :need AND active")
        .param("need", need)
        .query(UUID.class)
        .list();
  }

  /** Needs with a standing pair of this listing. */
  public List<UUID> needsOf(UUID listing) {
    return jdbc.sql("SELECT need_id FROM match WHERE listing_id = :listing AND active")
        .param("listing", listing)
        .query(UUID.class)
        .list();
  }

  /** Scores and places that changed too little to be told. */
  public void touch(UUID id, double fused, int rank) {
    jdbc.sql("UPDATE match SET fused = :fused, rank = :rank WHERE id = :id")
        .param("id", id)
        .param("fused", fused)
        .param("rank", rank)
        .update();
  }

  /** A deal came of the pair, or went on. */
  public void deal(UUID id, String stage) {
    jdbc.sql("UPDATE match SET deal_stage = :stage WHERE id = :id")
        .param("id", id)
        .param("stage", stage)
        .update();
  }

  /** Writes a pair as it is now; its version must be one more than that of the row. */
  public void save(Match match) {
    var state = match.state();
    var feedback = state.feedback();
    var written =
        jdbc.sql(
                """
                INSERT INTO match AS m (id, need_id, listing_id, version, active, fused, score, rank,
                  algorithm, legs, found_by, worth_alert, alerted_at, reasons, need_version,
                  listing_version, need_organisation_id, listing_organisation_id, listing_title,
                  need_title, feedback_answer, feedback_reason, feedback_at, deal_stage, found_at,
                  changed_at)
                VALUES (:id, :need, :listing, :version, :active, :fused, :score, :rank, :algorithm,
                  :legs, :foundBy, :worthAlert, :alertedAt, :reasons::jsonb, :needVersion,
                  :listingVersion, :needOrganisation, :listingOrganisation, :titles::jsonb,
                  :needTitle, :answer, :reason, :answeredAt, :dealStage, :foundAt, :changedAt)
                ON CONFLICT (id) DO UPDATE SET
                  version = excluded.version, active = excluded.active, fused = excluded.fused,
                  score = excluded.score, rank = excluded.rank, algorithm = excluded.algorithm,
                  legs = excluded.legs, found_by = excluded.found_by,
                  worth_alert = excluded.worth_alert, alerted_at = excluded.alerted_at,
                  reasons = excluded.reasons, need_version = excluded.need_version,
                  listing_version = excluded.listing_version,
                  need_organisation_id = excluded.need_organisation_id,
                  listing_organisation_id = excluded.listing_organisation_id,
                  listing_title = excluded.listing_title, need_title = excluded.need_title,
                  feedback_answer = excluded.feedback_answer,
                  feedback_reason = excluded.feedback_reason, feedback_at = excluded.feedback_at,
                  deal_stage = excluded.deal_stage, changed_at = excluded.changed_at
                WHERE m.version = excluded.version - 1
                """)
            .param("id", state.id())
            .param("need", state.needId())
            .param("listing", state.listingId())
            .param("version", state.version())
            .param("active", match.active())
            .param("fused", match.fused())
            .param("score", state.score())
            .param("rank", state.rank())
            .param("algorithm", state.algorithm())
            .param("legs", state.legs().toArray(String[]::new))
            .param("foundBy", state.foundBy().name())
            .param("worthAlert", state.worthAlert())
            .param("alertedAt", at(match.alertedAt()))
            .param("reasons", json(state.reasons()))
            .param("needVersion", state.needVersion())
            .param("listingVersion", state.listingVersion())
            .param("needOrganisation", state.needOrganisationId())
            .param("listingOrganisation", state.listingOrganisationId())
            .param("titles", json(state.listingTitle()))
            .param("needTitle", state.needTitle())
            .param("answer", feedback == null ? null : feedback.answer().name())
            .param("reason", reason(feedback))
            .param("answeredAt", feedback == null ? null : at(feedback.at()))
            .param("dealStage", match.dealStage())
            .param("foundAt", at(state.foundAt()))
            .param("changedAt", at(state.changedAt()))
            .update();
    if (written != 1) {
      throw new IllegalStateException("match " + state.id() + " was changed by somebody else");
    }
  }

  private static @Nullable String reason(MatchState.@Nullable Feedback feedback) {
    var reason = feedback == null ? null : feedback.reason();
    return reason == null ? null : reason.name();
  }

  private static String json(Object value) {
    return EventJson.mapper().writeValueAsString(value);
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}

package dev.musubi.matching.persistence;

import dev.musubi.matching.domain.Match;
import dev.musubi.model.Ids;
import dev.musubi.model.event.MatchState.Feedback;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every answer of every firm; an owner sees only their numbers. */
@Repository
public class Feedbacks {
  private final JdbcClient jdbc;

  Feedbacks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How often each answer and each reason was given to a listing, the last of each need alone. */
  public record Summary(Map<String, Long> answers, Map<String, Long> reasons) {}

  /** What a firm said last of a listing. */
  public record Given(
      UUID listing, Feedback.Answer answer, Feedback.@Nullable DeclineReason reason) {}

  /** The last answer to each listing that was found for a need. */
  public List<Given> lastOfNeed(UUID need) {
    return jdbc.sql(
            """
            SELECT DISTINCT ON (listing_id) listing_id, answer, reason FROM feedback
            WHERE need_id = :need ORDER BY listing_id, given_at DESC, id DESC
            """)
        .param("need", need)
        .query(
            (row, _) -> {
              var reason = row.getString("reason");
              return new Given(
                  row.getObject("listing_id", UUID.class),
                  Feedback.Answer.valueOf(row.getString("answer")),
                  reason == null ? null : Feedback.DeclineReason.valueOf(reason));
            })
        .list();
  }

  /**
   * @param share of listings that would have done as well, by the need's scores then
   */
  public void add(Match match, double share, @Nullable String comment, String account) {
    var state = match.state();
    var feedback = state.feedback();
    if (feedback == null) {
      throw new IllegalArgumentException("match " + state.id() + " has no answer");
    }
    var reason = feedback.reason();
    jdbc.sql(
            """
            INSERT INTO feedback (id, match_id, need_id, listing_id, organisation_id, account, answer,
              reason, comment, fused, share, algorithm)
            VALUES (:id, :match, :need, :listing, :organisation, :account, :answer, :reason, :comment,
              :fused, :share, :algorithm)
            """)
        .param("fused", match.fused())
        .param("share", share)
        .param("algorithm", state.algorithm())
        .param("id", Ids.next())
        .param("match", state.id())
        .param("need", state.needId())
        .param("listing", state.listingId())
        .param("organisation", state.needOrganisationId())
        .param("account", account)
        .param("answer", feedback.answer().name())
        .param("reason", reason == null ? null : reason.name())
        .param("comment", comment == null || comment.isBlank() ? null : comment.strip())
        .update();
  }

  /** Of a listing, in sum. */
  public Summary of(UUID listing) {
    return new Summary(count(listing, "feedback_answer"), count(listing, "feedback_reason"));
  }

  private Map<String, Long> count(UUID listing, String column) {
    var counts = new LinkedHashMap<String, Long>();
    jdbc.sql(
            "SELECT %1$s AS value, count(*) AS times FROM match WHERE listing_id = :listing AND %1$s IS NOT NULL GROUP BY %1$s ORDER BY times DESC, value"
                .formatted(column))
        .param("listing", listing)
        .query(
            row -> {
              counts.put(row.getString("value"), row.getLong("times"));
            });
    return counts;
  }
}

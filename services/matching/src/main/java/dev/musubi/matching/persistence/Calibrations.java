package dev.musubi.matching.persistence;

import dev.musubi.matching.domain.Calibration;
import dev.musubi.matching.domain.Calibration.Answered;
import dev.musubi.model.event.MatchState.Feedback.Answer;
import dev.musubi.model.event.MatchState.Feedback.DeclineReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What firms' answers have taught about the scores of an algorithm. */
@Repository
public class Calibrations {
  private static final double LATER = 0.5;

  /** The last answer of each need to each listing, with how the pair stood then. */
  private static final String LAST =
      """
      SELECT DISTINCT ON (need_id, listing_id) answer, reason, fused, share FROM feedback
      WHERE share IS NOT NULL AND algorithm = :algorithm %s
      ORDER BY need_id, listing_id, given_at DESC, id DESC
      """;

  private static final RowMapper<Stream<Answered>> ROW =
      (row, _) ->
          read(
              Answer.valueOf(row.getString("answer")),
              Optional.ofNullable(row.getString("reason")).map(DeclineReason::valueOf),
              row.getDouble("fused"),
              row.getDouble("share"));

  private final JdbcClient jdbc;

  Calibrations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What an answer says of the technology. A firm that declines the terms, the stage or the
   * description, or has the thing already, has not said that it does not fit: that is no answer
   * here.
   */
  private static Stream<Answered> read(
      Answer answer, Optional<DeclineReason> reason, double fused, double share) {
    return switch (answer) {
      case INTERESTED -> Stream.of(new Answered(fused, share, true, 1));
      case LATER -> Stream.of(new Answered(fused, share, true, LATER));
      case NO ->
          reason.filter(it -> it == DeclineReason.NOT_OUR_FIELD).isPresent()
              ? Stream.of(new Answered(fused, share, false, 1))
              : Stream.empty();
    };
  }

  /** Of all firms, the youngest so many. */
  public List<Answered> answers(String algorithm, int limit) {
    return jdbc
        .sql(LAST.formatted("") + " LIMIT :limit")
        .param("algorithm", algorithm)
        .param("limit", limit)
        .query(ROW)
        .stream()
        .flatMap(it -> it)
        .toList();
  }

  /** Of one need. */
  public List<Answered> answersOf(UUID need, String algorithm) {
    return jdbc
        .sql(LAST.formatted("AND need_id = :need"))
        .param("algorithm", algorithm)
        .param("need", need)
        .query(ROW)
        .stream()
        .flatMap(it -> it)
        .toList();
  }

  /** As it was learned last for this algorithm, on top of what ships. */
  public Calibration of(String algorithm, Calibration shipped) {
    return jdbc.sql("SELECT * FROM calibration WHERE algorithm = :algorithm AND shipped = :shipped")
        .param("algorithm", algorithm)
        .param("shipped", shipped.version())
        .query(
            (row, _) ->
                new Calibration(
                    shipped.version(),
                    row.getDouble("base"),
                    row.getDouble("per_decade"),
                    row.getDouble("per_score"),
                    shipped.least()))
        .optional()
        .orElse(shipped);
  }

  public void keep(String algorithm, Calibration learned, List<Answered> answers) {
    jdbc.sql(
            """
            INSERT INTO calibration (algorithm, answers, interested, base, per_decade, per_score, shipped)
            VALUES (:algorithm, :answers, :interested, :base, :perDecade, :perScore, :shipped)
            ON CONFLICT (algorithm) DO UPDATE SET answers = excluded.answers,
              interested = excluded.interested, base = excluded.base,
              per_decade = excluded.per_decade, per_score = excluded.per_score,
              shipped = excluded.shipped, made_at = now()
            """)
        .params(
            Map.of(
                "algorithm",
                algorithm,
                "answers",
                answers.size(),
                "interested",
                answers.stream().filter(Answered::interested).count(),
                "base",
                learned.base(),
                "perDecade",
                learned.perDecade(),
                "perScore",
                learned.perScore(),
                "shipped",
                learned.version()))
        .update();
  }
}

package dev.musubi.matching.persistence;

import dev.musubi.matching.domain.ScoreSample;
import dev.musubi.model.event.EventJson;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/**
 * What a need's last ranking against all listings told, and the locks in whose order pairs are
 * written: needs, then listings, then pairs, each by id.
 */
@Repository
public class Rankings {
  private final JdbcClient jdbc;

  Rankings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param kept the question and its scale
   * @param matchedVersion version of the need that was ranked
   */
  public record Ranking(
      UUID need,
      long version,
      boolean active,
      @Nullable JsonNode kept,
      @Nullable Long matchedVersion,
      @Nullable Instant matchedAt,
      byte[] sampled) {

    /** What the need gave to the sample of listings when it was ranked. */
    public ScoreSample sample() {
      var numbers = ByteBuffer.wrap(sampled).asFloatBuffer();
      var scores = new ArrayList<Double>(numbers.remaining());
      while (numbers.hasRemaining()) {
        scores.add((double) numbers.get());
      }
      return ScoreSample.of(scores);
    }
  }

  public Optional<Ranking> lock(UUID need) {
    return read("SELECT * FROM need WHERE id = ANY(:ids) ORDER BY id FOR UPDATE", List.of(need))
        .values()
        .stream()
        .findFirst();
  }

  public Map<UUID, Ranking> lock(Collection<UUID> needs) {
    return read("SELECT * FROM need WHERE id = ANY(:ids) ORDER BY id FOR UPDATE", needs);
  }

  public Map<UUID, Ranking> find(Collection<UUID> needs) {
    return read("SELECT * FROM need WHERE id = ANY(:ids)", needs);
  }

  private Map<UUID, Ranking> read(String sql, Collection<UUID> needs) {
    var found = new HashMap<UUID, Ranking>();
    jdbc.sql(sql)
        .param("ids", needs.toArray(UUID[]::new))
        .query(
            row -> {
              var ranking = ranking(row);
              found.put(ranking.need(), ranking);
            });
    return found;
  }

  private static Ranking ranking(ResultSet row) throws SQLException {
    var kept = row.getString("kept");
    var matchedAt = row.getObject("matched_at", OffsetDateTime.class);
    return new Ranking(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        row.getBoolean("active"),
        kept == null ? null : EventJson.mapper().readTree(kept),
        row.getObject("matched_version", Long.class),
        matchedAt == null ? null : matchedAt.toInstant(),
        Objects.requireNonNullElse(row.getBytes("sample"), new byte[0]));
  }

  /** Versions of those of the listings that are on offer; none of them can close meanwhile. */
  public Map<UUID, Offered> shareOpenListings(Collection<UUID> listings) {
    var found = new HashMap<UUID, Offered>();
    jdbc.sql(
            "SELECT id, version, arrived_at, open FROM listing WHERE id = ANY(:ids) ORDER BY id FOR"
                + " SHARE")
        .param("ids", listings.toArray(UUID[]::new))
        .query(
            row -> {
              if (row.getBoolean("open")) {
                var arrived = row.getObject("arrived_at", OffsetDateTime.class).toInstant();
                found.put(
                    row.getObject("id", UUID.class), new Offered(row.getLong("version"), arrived));
              }
            });
    return found;
  }

  /** A listing on offer. */
  public record Offered(long version, Instant arrivedAt) {}

  /** Locks listings against being matched while they close. */
  public void lockListings(Collection<UUID> listings) {
    jdbc.sql("SELECT id FROM listing WHERE id = ANY(:ids) ORDER BY id FOR UPDATE")
        .param("ids", listings.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /** Locks needs against being matched while they change. */
  public void lockNeeds(Collection<UUID> needs) {
    jdbc.sql("SELECT id FROM need WHERE id = ANY(:ids) ORDER BY id FOR UPDATE")
        .param("ids", needs.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /** The need has been ranked against all listings. */
  public void keep(UUID need, JsonNode kept, long version, String algorithm, ScoreSample sample) {
    var scores = sample.scores();
    var bytes = ByteBuffer.allocate(Float.BYTES * scores.length);
    for (var score : scores) {
      bytes.putFloat((float) score);
    }
    jdbc.sql(
            """
            UPDATE need SET kept = :kept::jsonb, matched_version = :version,
              matched_at = now(), algorithm = :algorithm, sample = :sample
            WHERE id = :id
            """)
        .param("sample", bytes.array())
        .param("id", need)
        .param("kept", EventJson.mapper().writeValueAsString(kept))
        .param("version", version)
        .param("algorithm", algorithm)
        .update();
  }

  /** Active needs that were never ranked, or by another algorithm. */
  public List<UUID> rankedOtherwise(String algorithm) {
    return jdbc.sql(
            "SELECT id FROM need n WHERE active AND algorithm IS DISTINCT FROM :algorithm AND NOT"
                + " EXISTS (SELECT 1 FROM task t WHERE t.subject = n.id)")
        .param("algorithm", algorithm)
        .query(UUID.class)
        .list();
  }
}

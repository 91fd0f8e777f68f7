package dev.musubi.matching.persistence;

import dev.musubi.model.event.EventJson;
import dev.musubi.model.event.ListingState.Right;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Patents that are known and not on offer. */
@Repository
public class KnownPatents {
  private final JdbcClient jdbc;

  KnownPatents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whence one is known. */
  public enum Source {
    LISTING,
    IMPORT
  }

  /**
   * A patent to be known.
   *
   * @param classes subclasses of the IPC, as "B07C"
   * @param text what its vector is made of
   */
  public record Known(
      UUID id,
      Source source,
      List<Right> rights,
      Collection<String> classes,
      String text,
      boolean sample) {}

  /** Keeps it, or what is new of it. */
  public void put(Known known) {
    jdbc.sql(
            """
            INSERT INTO known_patent AS k (id, source, rights, classes, text, sample)
            VALUES (:id, :source, :rights::jsonb, :classes, :text, :sample)
            ON CONFLICT (id) DO UPDATE SET rights = excluded.rights, classes = excluded.classes,
              text = excluded.text, sample = excluded.sample,
              model = CASE WHEN k.text = excluded.text THEN k.model END
            """)
        .param("id", known.id())
        .param("source", known.source().name())
        .param("rights", EventJson.mapper().writeValueAsString(known.rights()))
        .param("classes", known.classes().toArray(String[]::new))
        .param("text", known.text())
        .param("sample", known.sample())
        .update();
  }

  public void remove(Collection<UUID> ids) {
    jdbc.sql("DELETE FROM known_patent WHERE id = ANY(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  /** Texts whose vectors are missing, or of another model; nobody else gets them meanwhile. */
  public Map<UUID, String> withoutVector(String model, int most) {
    var texts = new java.util.LinkedHashMap<UUID, String>();
    jdbc.sql(
            """
            SELECT id, text FROM known_patent WHERE model IS DISTINCT FROM :model
            ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED
            """)
        .param("model", model)
        .param("most", most)
        .query(
            row -> {
              texts.put(row.getObject("id", UUID.class), row.getString("text"));
            });
    return texts;
  }

  public void vector(UUID id, String model, float[] vector) {
    var bytes = ByteBuffer.allocate(Float.BYTES * vector.length);
    bytes.asFloatBuffer().put(vector);
    jdbc.sql("UPDATE known_patent SET model = :model, vector = :vector WHERE id = :id")
        .param("id", id)
        .param("model", model)
        .param("vector", bytes.array())
        .update();
  }

  /** One that may be near. */
  public record Candidate(UUID id, List<Right> rights, float[] vector, boolean sample) {}

  /** Some of those in these subclasses. */
  public List<Candidate> inClasses(Collection<String> classes, String model, int most) {
    return jdbc.sql(
            """
            SELECT id, rights, vector, sample FROM known_patent
            WHERE classes && :classes::text[] AND model = :model LIMIT :most
            """)
        .param("classes", classes.toArray(String[]::new))
        .param("model", model)
        .param("most", most)
        .query(
            (row, _) -> {
              var numbers = ByteBuffer.wrap(row.getBytes("vector")).asFloatBuffer();
              var vector = new float[numbers.remaining()];
              numbers.get(vector);
              return new Candidate(
                  row.getObject("id", UUID.class),
                  List.of(EventJson.mapper().readValue(row.getString("rights"), Right[].class)),
                  vector,
                  row.getBoolean("sample"));
            })
        .list();
  }

  /** Whether a listing on offer has this right. */
  public boolean isOffered(Right right) {
    return has("registrationNumber", right.registrationNumber(), right)
        || has("publicationNumber", right.publicationNumber(), right);
  }

  private boolean has(String kind, @org.jspecify.annotations.Nullable String number, Right right) {
    if (number == null) {
      return false;
    }
    var like = List.of(Map.of(kind, number, "jurisdiction", right.jurisdiction()));
    return jdbc.sql(
            "SELECT EXISTS (SELECT 1 FROM listing WHERE open AND state -> 'rights' @>"
                + " :like::jsonb)")
        .param("like", EventJson.mapper().writeValueAsString(like))
        .query(Boolean.class)
        .single();
  }
}

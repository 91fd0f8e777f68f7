package dev.musubi.profiles.persistence;

import dev.musubi.model.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who changed whose rights, and when. Rows are only ever added. */
@Repository
public class AuditTrail {
  private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper mapper;

  AuditTrail(JdbcClient jdbc, JsonMapper mapper) {
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  public void add(Entry entry) {
    jdbc.sql(
            """
            INSERT INTO audit (id, at, actor, organisation, action, subject, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
            """)
        .param(Ids.next())
        .param(Column.time(entry.at()))
        .param(entry.actor())
        .param(entry.organisation())
        .param(entry.action())
        .param(entry.subject())
        .param(mapper.writeValueAsString(entry.detail()))
        .update();
  }

  /** The newest first. */
  public List<Entry> of(UUID organisation, int limit) {
    return jdbc.sql("SELECT * FROM audit WHERE organisation = ? ORDER BY id DESC LIMIT ?")
        .params(organisation, limit)
        .query(
            (row, _) ->
                new Entry(
                    Column.instant(row, "at"),
                    row.getString("actor"),
                    Column.uuidOrNull(row, "organisation"),
                    row.getString("action"),
                    row.getString("subject"),
                    mapper.readValue(row.getString("detail"), DETAIL)))
        .list();
  }

  /** One change of rights; ids only, no names nor addresses. */
  public record Entry(
      Instant at,
      String actor,
      @Nullable UUID organisation,
      String action,
      String subject,
      Map<String, String> detail) {}
}

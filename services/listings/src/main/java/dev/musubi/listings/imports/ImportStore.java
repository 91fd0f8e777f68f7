package dev.musubi.listings.imports;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Imports, their files in pieces, and the problems of their rows. */
@Repository
class ImportStore {
  private static final int CHUNK = 1 << 20;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  ImportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(ImportJob job) {
    jdbc.sql(
            """
            insert into import_job (id, organisation_id, actor, file_name, size_bytes, requested_format,
              publish, mandate, state, created_at)
            values (:id, :organisation, :actor, :fileName, :size, :format, :publish, :mandate, 'QUEUED', :at)
            """)
        .param("id", job.id())
        .param("organisation", job.organisationId())
        .param("actor", job.actor())
        .param("fileName", job.fileName())
        .param("size", job.sizeBytes())
        .param("format", job.requestedFormat())
        .param("publish", job.publish())
        .param("mandate", job.mandate())
        .param("at", Timestamp.from(job.createdAt()))
        .update();
  }

  void addFile(UUID id, InputStream file) throws IOException {
    byte[] chunk;
    for (int number = 0; (chunk = file.readNBytes(CHUNK)).length > 0; number++) {
      jdbc.sql("insert into import_chunk (import_id, number, bytes) values (?, ?, ?)")
          .params(id, number, chunk)
          .update();
    }
  }

  /** A piece of the file, or null behind its end. */
  byte @Nullable [] chunk(UUID id, int number) {
    return jdbc.sql("select bytes from import_chunk where import_id = ? and number = ?")
        .params(id, number)
        .query((row, _) -> row.getBytes(1))
        .optional()
        .orElse(null);
  }

  void forgetFile(UUID id) {
    jdbc.sql("delete from import_chunk where import_id = ?").param(id).update();
  }

  Optional<ImportJob> find(UUID id) {
    return jdbc.sql("select * from import_job where id = ?")
        .param(id)
        .query(ImportStore::job)
        .optional();
  }

  List<ImportJob> ofOrganisation(UUID organisation, @Nullable UUID before, int limit) {
    return jdbc.sql(
            """
            select * from import_job where organisation_id = :organisation
              and (cast(:before as uuid) is null or id < :before)
            order by id desc limit :limit
            """)
        .param("organisation", organisation)
        .param("before", before)
        .param("limit", limit)
        .query(ImportStore::job)
        .list();
  }

  /** Takes the oldest import that nobody works on, for a while. */
  Optional<ImportJob> claim(UUID claim, Duration lease) {
    return jdbc.sql(
            """
            update import_job set state = 'RUNNING', claim = :claim,
              claimed_until = now() + make_interval(secs => :lease), started_at = coalesce(started_at, now())
            where id = (
              select id from import_job
              where state in ('QUEUED', 'RUNNING') and (claimed_until is null or claimed_until < now())
              order by created_at for update skip locked limit 1)
            returning *
            """)
        .param("claim", claim)
        .param("lease", lease.toMillis() / 1000.0)
        .query(ImportStore::job)
        .optional();
  }

  /**
   * Makes sure inside a transaction that the import is still ours, and keeps it so for a while.
   *
   * @return false when another instance has taken it over, because this one was held up
   */
  boolean renew(UUID id, UUID claim, Duration lease) {
    return jdbc.sql(
                """
                update import_job set claimed_until = now() + make_interval(secs => :lease)
                where id = :id and claim = :claim and state = 'RUNNING'
                """)
            .param("id", id)
            .param("claim", claim)
            .param("lease", lease.toMillis() / 1000.0)
            .update()
        == 1;
  }

  /** Lets go of an import, so that any instance may take it at once. */
  void release(UUID id, UUID claim) {
    jdbc.sql("update import_job set claimed_until = null where id = ? and claim = ?")
        .params(id, claim)
        .update();
  }

  /**
   * Notes that an import stopped for a reason that nobody foresaw; how often since it last moved.
   */
  int stumbled(UUID id) {
    return jdbc.sql("update import_job set stumbles = stumbles + 1 where id = ? returning stumbles")
        .param(id)
        .query(Integer.class)
        .single();
  }

  void recognised(UUID id, String format, String encoding, List<String> headers) {
    jdbc.sql(
            "update import_job set format = ?, encoding = ?, headers = cast(? as jsonb) where id = ?")
        .params(format, encoding, JSON.writeValueAsString(headers), id)
        .update();
  }

  void progress(UUID id, Progress progress) {
    ImportJob.Counts counts = progress.counts();
    jdbc.sql(
            """
            update import_job set stumbles = 0, rows_read = :rows, bytes_read = :bytes,
              created = created + :created, updated = updated + :updated,
              unchanged = unchanged + :unchanged, rejected = rejected + :rejected,
              published = published + :published, unknown_columns = cast(:unknown as jsonb)
            where id = :id
            """)
        .param("rows", progress.rowsRead())
        .param("bytes", progress.bytesRead())
        .param("created", counts.created())
        .param("updated", counts.updated())
        .param("unchanged", counts.unchanged())
        .param("rejected", counts.rejected())
        .param("published", counts.published())
        .param("unknown", JSON.writeValueAsString(progress.unknownColumns()))
        .param("id", id)
        .update();
  }

  /**
   * @param rowsRead rows that are stored now, from the beginning of the file
   * @param counts of the last batch alone
   */
  record Progress(
      long rowsRead, long bytesRead, ImportJob.Counts counts, List<String> unknownColumns) {}

  void finish(UUID id, ImportJob.State state, @Nullable String code, @Nullable String detail) {
    jdbc.sql(
            """
            update import_job set state = :state, failure_code = :code, failure_detail = :detail,
              finished_at = now(), claim = null, claimed_until = null where id = :id
            """)
        .param("state", state.name())
        .param("code", code)
        .param("detail", detail)
        .param("id", id)
        .update();
    forgetFile(id);
  }

  void addProblem(UUID id, RecordedProblem problem) {
    jdbc.sql(
            """
            insert into import_problem (import_id, line, external_id, listing_id, severity, column_name,
              message_key, args, found)
            values (:id, :line, :externalId, :listing, :severity, :column, :key, cast(:args as jsonb), :found)
            """)
        .param("id", id)
        .param("line", problem.line())
        .param("externalId", problem.externalId())
        .param("listing", problem.listingId())
        .param("severity", problem.severity().name())
        .param("column", problem.column())
        .param("key", problem.messageKey())
        .param("args", JSON.writeValueAsString(problem.args()))
        .param("found", problem.found())
        .update();
  }

  List<RecordedProblem> problems(UUID id, long after, int limit) {
    return jdbc.sql(
            "select * from import_problem where import_id = ? and seq > ? order by seq limit ?")
        .params(id, after, limit)
        .query(ImportStore::problem)
        .list();
  }

  int forgetOlderThan(Instant time) {
    return jdbc.sql("delete from import_job where finished_at < ?")
        .param(Timestamp.from(time))
        .update();
  }

  private static RecordedProblem problem(ResultSet row, int number) throws SQLException {
    return new RecordedProblem(
        row.getLong("seq"),
        row.getLong("line"),
        row.getString("external_id"),
        row.getObject("listing_id", UUID.class),
        RowProblem.Severity.valueOf(row.getString("severity")),
        row.getString("column_name"),
        row.getString("message_key"),
        strings(row.getString("args")),
        row.getString("found"));
  }

  private static ImportJob job(ResultSet row, int number) throws SQLException {
    return new ImportJob(
        row.getObject("id", UUID.class),
        row.getObject("organisation_id", UUID.class),
        row.getString("actor"),
        row.getString("file_name"),
        row.getLong("size_bytes"),
        row.getString("requested_format"),
        row.getBoolean("publish"),
        row.getString("mandate"),
        ImportJob.State.valueOf(row.getString("state")),
        row.getString("failure_code"),
        row.getString("failure_detail"),
        row.getString("format"),
        row.getString("encoding"),
        strings(row.getString("headers")),
        strings(row.getString("unknown_columns")),
        row.getLong("rows_read"),
        row.getLong("bytes_read"),
        counts(row),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "started_at"),
        instant(row, "finished_at"));
  }

  private static ImportJob.Counts counts(ResultSet row) throws SQLException {
    return new ImportJob.Counts(
        row.getLong("created"),
        row.getLong("updated"),
        row.getLong("unchanged"),
        row.getLong("rejected"),
        row.getLong("published"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  private static List<String> strings(String json) {
    return List.of(JSON.readValue(json, String[].class));
  }
}

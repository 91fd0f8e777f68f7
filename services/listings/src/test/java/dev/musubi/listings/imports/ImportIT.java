package dev.musubi.listings.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.musubi.listings.Answer;
import dev.musubi.listings.Client;
import dev.musubi.listings.ServiceTest;
import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files through the API, up to listings on offer. */
final class ImportIT extends ServiceTest {
  private static final String IMPORTS = "/api/v1/listings/imports";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Map<String, String> PUBLISHED =
      Map.of("publish", "true", "mandate", "委任状 2026-01");

  @Test
  void a_file_becomes_listings_on_offer_and_the_same_file_again_changes_nothing() {
    UUID org = organisation("国立大学法人南天大学");
    byte[] file = rows(30);
    Answer first = finished(editor(org), file);
    assertThat(first.at("/state").asString()).isEqualTo("DONE");
    assertThat(first.at("/format").asString()).isEqualTo("open-patent-database");
    assertThat(first.at("/created").asInt()).isEqualTo(30);
    assertThat(first.at("/published").asInt()).isEqualTo(30);
    long events = events(org);

    Answer again = finished(editor(org), file);
    assertThat(again.at("/unchanged").asInt()).isEqualTo(30);
    assertThat(again.at("/created").asInt()).isZero();
    assertThat(listings(org)).isEqualTo(30);
    assertThat(events(org)).isEqualTo(events);
  }

  @Test
  void an_import_whose_instance_dies_goes_on_behind_the_last_stored_row() {
    UUID org = organisation("国立大学法人南天大学");
    String id = started(editor(org), rows(4_000));
    await().atMost(PATIENCE).until(() -> rowsRead(id) > 0);
    // As another instance sees it when this one was killed: the claim has run out.
    jdbc.sql("UPDATE import_job SET claim = gen_random_uuid(), claimed_until = now() WHERE id = ?")
        .param(UUID.fromString(id))
        .update();
    Answer end = finished(editor(org), id);
    assertThat(end.at("/rowsRead").asInt()).isEqualTo(4_000);
    assertThat(end.at("/created").asInt()).isEqualTo(4_000);
    assertThat(listings(org)).isEqualTo(4_000);
    assertThat(
            jdbc.sql("SELECT max(version) FROM listing WHERE organisation_id = ?")
                .param(org)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void rows_that_are_refused_say_where_and_why_and_cost_no_other() {
    UUID org = organisation("みほん大学");
    String lines =
        "{\"id\":\"1\",\"title\":\"送風機\",\"abstract\":\"静かに回る。\",\"lang\":\"ja\"}\n"
            + "{\"id\":\"2\",\"abstract\":\"題がない。\"}\n"
            + "{\"id\":\"3\",\"title\":\"n\\u0000ul \\ud800\",\"abstract\":\"\"}\n"
            + "{broken\n"
            + "{\"id\":\"4\",\"title\":\"羽根車\",\"abstract\":\"\",\"expiry\":\"来年\"}\n"
            + "{\"id\":\"5\",\"title\":\"軸受\",\"abstract\":\"長く持つ。\",\"lang\":\"ja\"}\n";
    Answer end = finished(editor(org), lines.getBytes(StandardCharsets.UTF_8));
    assertThat(end.at("/state").asString()).isEqualTo("DONE");
    assertThat(end.at("/rowsRead").asInt()).isEqualTo(6);
    assertThat(end.at("/created").asInt()).isEqualTo(2);
    assertThat(end.at("/rejected").asInt()).isEqualTo(4);
    Answer problems = editor(org).get(IMPORTS + "/" + end.id() + "/errors");
    assertThat(
            problems
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("severity").asString().equals("ERROR"))
                .map(it -> it.path("line").asInt()))
        .contains(2, 3, 4, 5);
    assertThat(problems.json().path("items").valueStream())
        .allSatisfy(it -> assertThat(it.path("message").asString()).isNotBlank());
  }

  @Test
  void a_workbook_is_refused_with_advice_in_the_reader_s_language() throws IOException {
    UUID org = organisation("みほん大学");
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("xl/workbook.xml"));
      out.write(new byte[1_000_000]);
    }
    String id = started(editor(org), zip.toByteArray());
    await().atMost(PATIENCE).until(() -> state(id).equals("FAILED"));
    String path = IMPORTS + "/" + id;
    assertThat(editor(org).get(path, "Accept-Language", "en").at("/failure").asString())
        .contains("Export it as CSV");
    assertThat(editor(org).get(path, "Accept-Language", "ja").at("/failure").asString())
        .contains("CSV に書き出して");
  }

  @Test
  void what_comes_with_a_file_is_checked_at_once_and_only_owners_import() {
    UUID org = organisation("みほん大学");
    Answer wrong =
        editor(org)
            .upload(
                IMPORTS,
                "a.csv",
                new byte[0],
                Map.of("format", "dbase", "mandate", "x".repeat(501)));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.wrongFields()).contains("/file", "/format", "/mandate");
    Client seeker = member(org, OrganisationKind.SEEKER, MemberRole.ADMIN);
    assertThat(seeker.upload(IMPORTS, "a.csv", rows(1), Map.of()).status()).isEqualTo(403);
    Client viewer = member(org, OrganisationKind.OWNER, MemberRole.VIEWER);
    assertThat(viewer.upload(IMPORTS, "a.csv", rows(1), Map.of()).status()).isEqualTo(403);
    assertThat(anybody().upload(IMPORTS, "a.csv", rows(1), Map.of()).status()).isEqualTo(401);
    UUID other = organisation("よその大学");
    String id = started(editor(org), rows(1));
    assertThat(editor(other).get(IMPORTS + "/" + id).status()).isEqualTo(404);
  }

  private static byte[] rows(int count) {
    return GeneratedFile.bytes(count);
  }

  private Answer finished(Client client, byte[] file) {
    return finished(client, started(client, file));
  }

  private Answer finished(Client client, String id) {
    await().atMost(PATIENCE).until(() -> state(id).equals("DONE"));
    return client.get(IMPORTS + "/" + id);
  }

  private static String started(Client client, byte[] file) {
    Answer answer = client.upload(IMPORTS, "rows.csv", file, PUBLISHED);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.id();
  }

  private String state(String id) {
    return jdbc.sql("SELECT state FROM import_job WHERE id = ?")
        .param(UUID.fromString(id))
        .query(String.class)
        .single();
  }

  private long rowsRead(String id) {
    return jdbc.sql("SELECT rows_read FROM import_job WHERE id = ?")
        .param(UUID.fromString(id))
        .query(Long.class)
        .single();
  }

  private long listings(UUID org) {
    return jdbc.sql("SELECT count(*) FROM listing WHERE organisation_id = ?")
        .param(org)
        .query(Long.class)
        .single();
  }

  /** Changes so far: every event comes from one. */
  private long events(UUID org) {
    return jdbc.sql(
            "SELECT count(*) FROM listing_version v JOIN listing l ON l.id = v.listing_id"
                + " WHERE l.organisation_id = ?")
        .param(org)
        .query(Long.class)
        .single();
  }
}

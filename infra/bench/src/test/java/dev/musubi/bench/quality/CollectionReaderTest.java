package dev.musubi.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.musubi.bench.BenchFailure;
import dev.musubi.model.Language;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionReaderTest {
  private final Path folder;
  private Path docs;
  private Path queries;
  private Path qrels;

  CollectionReaderTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    docs =
        write(
            folder,
            "docs.jsonl",
            "{\"id\":\"d1\",\"lang\":\"en\",\"title\":\"Pump\",\"abstract\":\"Moves water.\"}");
    queries = write(folder, "queries.jsonl", "{\"id\":\"q1\",\"text\":\"pump for water\"}");
    qrels = write(folder, "qrels.tsv", "q1\td1\t1");
  }

  private Path file(String name, String... lines) throws IOException {
    return write(folder, name, lines);
  }

  private static Path write(Path folder, String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private Collection read(String... fields) {
    return new CollectionReader(List.of(fields)).read(List.of(docs), queries, qrels);
  }

  @Test
  void title_and_abstract_become_a_listings_title_and_overview() {
    assertThat(document(read("title", "abstract"), "d1").texts())
        .isEqualTo(Map.of(Language.EN, Map.of("title", "Pump", "overview", "Moves water.")));
  }

  @Test
  void fields_that_were_not_asked_for_are_not_indexed() {
    assertThat(document(read("abstract"), "d1").texts())
        .isEqualTo(Map.of(Language.EN, Map.of("overview", "Moves water.")));
  }

  @Test
  void a_missing_or_unknown_language_is_told_from_the_letters() throws IOException {
    docs =
        file(
            "docs.jsonl",
            "{\"id\":\"d1\",\"lang\":\"?\",\"title\":\"水を送るポンプ\"}",
            "{\"id\":\"d2\",\"title\":\"Pump\"}");

    var collection = read("title");

    assertThat(document(collection, "d1").texts()).containsOnlyKeys(Language.JA);
    assertThat(document(collection, "d2").texts()).containsOnlyKeys(Language.EN);
  }

  @Test
  void one_document_in_two_files_and_languages_is_one_listing_in_both() throws IOException {
    var japanese = file("docs_ja.jsonl", "{\"id\":\"d1\",\"lang\":\"ja\",\"title\":\"ポンプ\"}");

    var collection =
        new CollectionReader(List.of("title")).read(List.of(docs, japanese), queries, qrels);

    assertThat(document(collection, "d1").listing().texts())
        .extracting(it -> it.title())
        .containsExactly("ポンプ", "Pump");
  }

  @Test
  void questions_without_a_known_answer_are_left_out_and_told_of() throws IOException {
    queries =
        file(
            "queries.jsonl",
            "{\"id\":\"q1\",\"text\":\"pump\"}",
            "{\"id\":\"q2\",\"text\":\"fan\"}");

    var collection = read("title");

    assertThat(collection.queries()).extracting(Query::id).containsExactly("q1");
    assertThat(collection.notes()).hasSize(1);
  }

  @Test
  void judgements_may_have_a_heading_four_columns_or_grades_of_nought() throws IOException {
    qrels = file("qrels.tsv", "query-id corpus-id score", "q1 0 d1 2", "q1 0 d9 0");

    assertThat(read("title").judgements()).isEqualTo(Map.of("q1", Map.of("d1", 2)));
  }

  @Test
  void an_answer_that_is_no_document_is_kept_as_missed_and_told_of() throws IOException {
    qrels = file("qrels.tsv", "q1\td1\t1", "q1\tgone\t1");

    var collection = read("title");

    assertThat(collection.judgements().get("q1")).containsOnlyKeys("d1", "gone");
    assertThat(collection.notes()).hasSize(1);
  }

  @Test
  void a_byte_order_mark_and_blank_lines_do_no_harm() throws IOException {
    queries = file("queries.jsonl", "\uFEFF{\"id\":\"q1\",\"text\":\"pump\"}", "", "  ");

    assertThat(read("title").queries()).hasSize(1);
  }

  @Test
  void a_line_that_is_no_json_is_named_with_file_and_number() throws IOException {
    docs = file("docs.jsonl", "{\"id\":\"d1\",\"title\":\"Pump\"}", "{\"id\":");

    refused(() -> read("title"), "docs.jsonl", "2");
  }

  @Test
  void a_line_without_an_id_is_named_with_file_and_number() throws IOException {
    queries = file("queries.jsonl", "{\"id\":\"q1\",\"text\":\"pump\"}", "{\"text\":\"fan\"}");

    refused(() -> read("title"), "queries.jsonl", "2", "id");
  }

  @Test
  void a_grade_that_is_no_number_is_named_with_file_and_number() throws IOException {
    qrels = file("qrels.tsv", "q1\td1\t1", "q1\td1\tyes");

    refused(() -> read("title"), "qrels.tsv", "2", "yes");
  }

  @Test
  void a_missing_file_is_named() {
    docs = folder.resolve("nowhere.jsonl");

    refused(() -> read("title"), "nowhere.jsonl");
  }

  @Test
  void judgements_that_say_nothing_are_refused() throws IOException {
    qrels = file("qrels.tsv", "");

    refused(() -> read("title"), "qrels.tsv");
  }

  @Test
  void judgements_of_other_questions_are_refused() throws IOException {
    qrels = file("qrels.tsv", "other\td1\t1");

    refused(() -> read("title"), "queries.jsonl", "qrels.tsv");
  }

  @Test
  void a_field_that_no_document_has_is_named() {
    refused(() -> read("title", "claims"), "claims");
  }

  @Test
  void another_coding_than_utf8_is_named() throws IOException {
    Files.write(queries, "{\"id\":\"q1\",\"text\":\"ポンプ\"}".getBytes(Charset.forName("Shift_JIS")));

    refused(() -> read("title"), "queries.jsonl", "UTF-8");
  }

  private static CollectionDocument document(Collection collection, String id) {
    return Objects.requireNonNull(collection.documents().get(id));
  }

  private static void refused(ThrowingCallable reading, String... told) {
    assertThatThrownBy(reading)
        .isInstanceOf(BenchFailure.class)
        .hasMessageContainingAll(told)
        .message()
        .isNotNull();
    assertThatThrownBy(reading).message().doesNotContain("\n");
  }
}

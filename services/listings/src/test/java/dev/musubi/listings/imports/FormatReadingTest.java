package dev.musubi.listings.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class FormatReadingTest {
  @ParameterizedTest
  @CsvSource({
    "jplatpat.csv, UTF-8, true, jplatpat-csv, UTF-8 (BOM)",
    "jplatpat.csv, UTF-8, false, jplatpat-csv, UTF-8",
    "jplatpat.csv, windows-31j, false, jplatpat-csv, CP932",
    "jplatpat.csv, EUC-JP, false, jplatpat-csv, EUC-JP",
    "open-patent-database.csv, UTF-8, true, open-patent-database, UTF-8 (BOM)",
    "open-patent-database.csv, windows-31j, false, open-patent-database, CP932",
    "open-patent-database.csv, EUC-JP, false, open-patent-database, EUC-JP",
    "lens.csv, UTF-8, false, lens-csv, UTF-8",
    "lens.csv, UTF-8, true, lens-csv, UTF-8 (BOM)",
    "google-patents.csv, UTF-8, false, google-patents-csv, UTF-8",
    "google-patents.csv, windows-31j, false, google-patents-csv, CP932",
    "research.jsonl, UTF-8, false, research-jsonl, UTF-8",
    "research.jsonl, EUC-JP, false, research-jsonl, EUC-JP",
  })
  void every_format_is_recognised_in_every_encoding_and_reads_the_same(
      String file, String charset, boolean mark, String format, String label) throws IOException {
    byte[] sample = encoded(text(file), Charset.forName(charset), mark);
    ReadFile read = read(sample, null);
    assertThat(read.format()).isEqualTo(format);
    assertThat(read.encoding()).isEqualTo(label);
    assertThat(read.unknown()).isEmpty();
    assertThat(read.rows()).allSatisfy(row -> assertThat(row.problems()).isEmpty());
    assertThat(read.rows().stream().map(ReadRow::input).toList())
        .isEqualTo(
            read(text(file).getBytes(StandardCharsets.UTF_8), format).rows().stream()
                .map(ReadRow::input)
                .toList());
  }

  @Test
  void a_row_of_j_platpat_keeps_problem_solution_owners_and_symbols_with_commas()
      throws IOException {
    JsonNode row = read(sample("jplatpat.csv"), null).input(0);
    JsonNode text = row.at("/texts/0");
    assertThat(text.path("problem").asString()).isEqualTo("黒色の樹脂片でも素材ごとに速く選別する。");
    assertThat(text.path("solution").asString()).startsWith("中赤外線の反射");
    assertThat(text.path("overview").asString()).doesNotContain("選択図").startsWith("【課題】");
    assertThat(row.at("/owners/1/name").asString()).isEqualTo("株式会社高瀬精機");
    assertThat(row.at("/classifications/fi")).hasSize(4);
    assertThat(row.at("/rights/0/registrationNumber").asString()).isEqualTo("7990001");
    assertThat(row.at("/rights/0/status").asString()).isEqualTo("GRANTED");
    assertThat(row.at("/rights/0/expiresOn").asString()).isEqualTo("2041-04-12");
  }

  @Test
  void eras_and_ended_rights_are_understood() throws IOException {
    ReadFile read = read(sample("jplatpat.csv"), null);
    assertThat(read.input(1).at("/rights/0/filedOn").asString()).isEqualTo("2021-09-03");
    assertThat(read.input(2).at("/rights/0/applicationNumber").asString()).isEqualTo("1998990003");
    assertThat(read.input(2).at("/rights/0/status").asString()).isEqualTo("LAPSED");
  }

  @Test
  void the_open_patent_database_fills_the_five_elements_and_the_offers() throws IOException {
    ReadFile read = read(sample("open-patent-database.csv"), null);
    JsonNode row = read.input(0);
    assertThat(row.at("/texts/0/products").asString()).isEqualTo("フライス盤、旋盤");
    assertThat(row.at("/texts/0/overview").asString()).contains("マイクで拾い、\n摩耗");
    assertThat(row.at("/fields").toString()).isEqualTo("[\"MACHINERY\",\"ELECTRICITY\"]");
    assertThat(row.at("/offers/1/kind").asString()).isEqualTo("ASSIGNMENT");
    assertThat(read.input(1).at("/offers")).hasSize(1);
    assertThat(row.at("/classifications/ipc")).hasSize(2);
    assertThat(read.rows().get(0).line()).isEqualTo(2);
    assertThat(read.rows().get(1).line()).isEqualTo(4);
  }

  @Test
  void a_company_s_comma_inc_is_part_of_its_name() throws IOException {
    ReadFile read = read(sample("google-patents.csv"), null);
    assertThat(read.input(0).at("/owners")).hasSize(1);
    assertThat(read.input(1).at("/owners")).hasSize(2);
    assertThat(read.input(0).at("/rights/0/jurisdiction").asString()).isEqualTo("JP");
  }

  @Test
  void what_has_no_number_is_offered_as_know_how() throws IOException {
    ReadFile read = read(sample("research.jsonl"), null);
    assertThat(read.input(0).at("/rights/0/kind").asString()).isEqualTo("KNOW_HOW");
    assertThat(read.input(1).at("/rights/0/registrationNumber").asString()).isEqualTo("8990042");
    assertThat(read.input(2).at("/rights/0").has("expiresOn")).isFalse();
  }

  @Test
  void unknown_columns_are_named_and_bad_cells_say_where_they_stand() throws IOException {
    String csv =
        "id,title,assignee,filing/creation date,色\n"
            + "US-11990032-B2,Fan,Cape,2022-13-45,青\n"
            + "みかん,Fan,Cape,2022-01-05,\n"
            + "US-11990033-B2,,Cape,2022-01-05,\n"
            + "US-11990034-B2,short\n";
    ReadFile read = read(csv.getBytes(StandardCharsets.UTF_8), null);
    assertThat(read.unknown()).containsExactly("色");
    assertThat(read.rows())
        .extracting(row -> row.problems().getFirst().code())
        .containsExactly("date", "number", "no-title", "field-count");
    assertThat(read.rows().getFirst().problems().getFirst().column())
        .isEqualTo("filing/creation date");
    assertThat(read.rows().get(3).line()).isEqualTo(5);
  }

  @Test
  void files_that_nobody_knows_are_refused_with_their_headers() {
    assertThatThrownBy(() -> read("a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8), null))
        .isInstanceOfSatisfying(
            OpenedFile.Unrecognised.class,
            e -> assertThat(e.headers()).containsExactly("a", "b", "c"));
    assertThatThrownBy(() -> read(new byte[0], null)).hasMessageContaining("empty");
    assertThatThrownBy(() -> read("\n \r\n".getBytes(StandardCharsets.UTF_8), null))
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> read(new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xD8}, null))
        .isInstanceOf(OpenedFile.Unrecognised.class);
  }

  @Test
  void a_title_that_is_too_long_is_cut_at_a_word_and_kept_as_the_invention_s_name()
      throws IOException {
    String title = "Method for " + "measuring and controlling ".repeat(9) + "flow";
    String line = "{\"id\":\"1\",\"title\":\"" + title + "\",\"abstract\":\"a\"}\n";
    ReadFile read = read(line.getBytes(StandardCharsets.UTF_8), null);
    String cut = read.input(0).at("/texts/0/title").asString();
    assertThat(cut).hasSizeLessThanOrEqualTo(200).endsWith("controlling…");
    assertThat(read.input(0).at("/rights/0/inventionTitle").asString()).isEqualTo(title);
    assertThat(read.problems().getFirst()).containsExactly("title-cut");
  }

  @Test
  void broken_rows_do_not_stop_the_others() throws IOException {
    String lines =
        "{\"id\":\"1\",\"title\":\"a\",\"abstract\":\"\"}\n"
            + "{broken\n"
            + "[1]\n\n"
            + "{\"id\":\"2\",\"title\":\"b\"}";
    ReadFile read = read(lines.getBytes(StandardCharsets.UTF_8), null);
    assertThat(read.rows())
        .extracting(row -> row.problems().stream().map(RowProblem::code).toList())
        .containsExactly(List.of(), List.of("json-broken"), List.of("not-an-object"), List.of());
    assertThat(read.rows().getLast().line()).isEqualTo(5);
  }

  @Test
  void a_quote_that_never_closes_is_said_and_not_swallowed() throws IOException {
    String csv =
        "id,title,assignee,filing/creation date\nUS-11990032-B2,\"Fan,Cape,2022-01-05\n"
            + "x,y,z,w\n".repeat(3);
    ReadFile read = read(csv.getBytes(StandardCharsets.UTF_8), null);
    assertThat(read.rows()).hasSize(1);
    assertThat(read.rows().getFirst().input()).isNull();
  }

  private static ReadFile read(byte[] file, @Nullable String format) throws IOException {
    return ReadFile.of(() -> new ByteArrayInputStream(file), format);
  }

  private static byte[] sample(String file) throws IOException {
    return text(file).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String file) throws IOException {
    try (InputStream in = FormatReadingTest.class.getResourceAsStream("/samples/" + file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] encoded(String text, Charset charset, boolean mark) {
    return ((mark ? "\uFEFF" : "") + text).getBytes(charset);
  }
}

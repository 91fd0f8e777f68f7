package dev.musubi.listings.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole files as offices and databases write them, in each encoding; all of it invented. */
final class EncodedFilesTest {
  private static final int ROWS = 24;

  @ParameterizedTest
  @CsvSource({
    "open-patent-database, csv, open-patent-database",
    "jplatpat, csv, jplatpat-csv",
    "lens, csv, lens-csv",
    "google-patents, csv, google-patents-csv",
    "research, jsonl, research-jsonl",
    "musubi, jsonl, musubi-jsonl",
  })
  void a_file_reads_the_same_in_every_encoding(String name, String ending, String format)
      throws IOException {
    ReadFile plain = read(name + ".utf8." + ending);
    assertThat(plain.format()).isEqualTo(format);
    assertThat(plain.encoding()).isEqualTo("UTF-8");
    assertThat(plain.unknown()).isEmpty();
    assertThat(plain.rows()).hasSize(ROWS);
    assertThat(plain.rows()).allSatisfy(row -> assertThat(row.problems()).isEmpty());
    assertThat(plain.rows()).allSatisfy(row -> assertThat(Binding.of(row).row()).isPresent());
    for (String other : List.of("utf8-bom", "cp932", "eucjp")) {
      ReadFile read = read(name + "." + other + "." + ending);
      assertThat(read.encoding()).isEqualTo(label(other));
      assertThat(read.format()).isEqualTo(format);
      assertThat(read.rows()).isEqualTo(plain.rows());
    }
  }

  private static String label(String file) {
    return switch (file) {
      case "utf8-bom" -> "UTF-8 (BOM)";
      case "cp932" -> "CP932";
      default -> "EUC-JP";
    };
  }

  private static ReadFile read(String file) throws IOException {
    String path = "/samples/encodings/" + file;
    return ReadFile.of(
        () -> Objects.requireNonNull(EncodedFilesTest.class.getResourceAsStream(path)), null);
  }
}

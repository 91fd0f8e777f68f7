package dev.musubi.listings.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that are broken, huge or meant to do harm. */
final class HostileFileTest {
  private static final String HEADER = "id,title,assignee,filing/creation date\n";
  private static final long HUNDRED_MEGABYTES = 100_000_000;

  @Test
  void a_packed_file_is_never_unpacked() throws IOException {
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      out.write(new byte[10_000_000]);
    }
    refused(zip.toByteArray(), "binary");
    var gzip = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(gzip)) {
      out.write(HEADER.getBytes(StandardCharsets.UTF_8));
    }
    refused(gzip.toByteArray(), "binary");
    refused("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), "binary");
    refused(new byte[] {'a', 0, 'b', ',', 1, 2, 3}, "binary");
  }

  /** Nothing here reads XML, so there is no entity to expand and no file to be fetched by one. */
  @Test
  void a_file_of_xml_is_refused_and_its_entities_are_never_looked_at() {
    String bomb =
        """
        <?xml version="1.0"?>
        <!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
          <!ENTITY file SYSTEM "file:///etc/passwd">]>
        <patents><patent><title>&b;&file;</title></patent></patents>
        """;
    assertThatThrownBy(() -> text(bomb))
        .isInstanceOfSatisfying(
            OpenedFile.Unrecognised.class,
            e -> assertThat(e.toString() + e.headers()).doesNotContain("root:", "aaaaaaaaaaaaa"));
  }

  @Test
  void a_hundred_megabytes_of_commas_are_refused_without_being_kept() {
    assertThatThrownBy(() -> ReadFile.of(() -> new Repeated((byte) ',', HUNDRED_MEGABYTES), null))
        .isInstanceOfSatisfying(
            OpenedFile.Unrecognised.class, e -> assertThat(e.code()).isEqualTo("header-broken"));
  }

  @Test
  void a_line_without_end_is_refused_without_being_kept() {
    assertThatThrownBy(() -> ReadFile.of(() -> new Repeated((byte) 'x', HUNDRED_MEGABYTES), null))
        .isInstanceOfSatisfying(
            OpenedFile.Unrecognised.class, e -> assertThat(e.code()).isEqualTo("header-broken"));
  }

  /** Each blank line was once looked at again at the end of the next: hours for two megabytes. */
  @Test
  @Timeout(10)
  void blank_lines_without_end_are_refused_at_once() {
    refused(" \n".repeat(2_000_000).getBytes(StandardCharsets.US_ASCII), "empty");
    refused("\n".repeat(4_000_000).getBytes(StandardCharsets.US_ASCII), "empty");
  }

  @Test
  void an_endless_line_of_json_costs_only_itself() throws IOException {
    ReadFile read =
        ReadFile.of(
            () ->
                joined(
                    "{\"id\":\"1\",\"title\":\"a\",\"abstract\":\"\"}\n{\"id\":\"",
                    new Repeated((byte) 'x', HUNDRED_MEGABYTES),
                    "\"}\n{\"id\":\"2\",\"title\":\"b\",\"abstract\":\"\"}\n"),
            null);
    assertThat(read.problems().stream().flatMap(java.util.List::stream))
        .containsExactly("line-too-long");
    assertThat(read.rows()).hasSize(3);
  }

  @Test
  void a_row_of_endless_fields_ends_the_file_with_a_word() throws IOException {
    ReadFile read =
        ReadFile.of(
            () ->
                joined(
                    HEADER + "US-11990032-B2,Fan,Cape,2022-01-05\n",
                    new Repeated((byte) ',', HUNDRED_MEGABYTES),
                    "\n"),
            null);
    assertThat(read.rows()).hasSize(2);
    assertThat(read.problems().getLast()).containsExactly("csv-broken");
  }

  @Test
  void an_unclosed_quotation_mark_never_swallows_a_large_file() throws IOException {
    ReadFile read =
        ReadFile.of(
            () ->
                joined(
                    HEADER + "US-11990032-B2,\"Fan",
                    new Repeated((byte) 'x', HUNDRED_MEGABYTES),
                    "\n"),
            null);
    assertThat(read.problems()).hasSize(1);
    assertThat(read.problems().getLast()).containsExactly("csv-broken");
  }

  @Test
  void formulas_are_left_out_and_quoted_numbers_are_unpacked() throws IOException {
    ReadFile read =
        text(
            "文献番号,出願番号,出願日,発明の名称,出願人/権利者,FI,ステージ,要約\n"
                + "特許7990001,\"=\"\"2021-990001\"\"\",2021/04/12,送風機,みほん大学,,,\"=HYPERLINK(\"\"http://x\"\")\"\n");
    assertThat(read.problems().getFirst()).containsExactly("formula");
    assertThat(read.input(0).at("/rights/0/applicationNumber").asString()).isEqualTo("2021990001");
    assertThat(read.input(0).at("/texts/0").has("overview")).isFalse();
  }

  @Test
  void what_no_encoding_reads_is_named_by_its_line() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        "{\"id\":\"1\",\"title\":\"発明の一覧\",\"abstract\":\"あ\"}\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("{\"id\":\"2\",\"title\":\"".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("送風機".getBytes(Charset.forName("EUC-JP")));
    bytes.writeBytes("\",\"abstract\":\"\"}\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(
        "{\"id\":\"3\",\"title\":\"羽根車の形\",\"abstract\":\"い\"}\n".getBytes(StandardCharsets.UTF_8));
    ReadFile read = ReadFile.of(() -> new ByteArrayInputStream(bytes.toByteArray()), null);
    assertThat(read.problems().get(1)).contains("undecodable");
    assertThat(read.rows().get(1).line()).isEqualTo(2);
    assertThat(read.problems().get(0)).isEmpty();
    assertThat(read.problems().get(2)).isEmpty();
  }

  @Test
  void deep_and_repeated_json_is_refused_by_its_row() throws IOException {
    ReadFile read =
        text(
            "{\"id\":\"1\",\"title\":\"a\",\"abstract\":\"\"}\n"
                + "{\"id\":\"2\",\"title\":"
                + "[".repeat(100_000)
                + "]".repeat(100_000)
                + "}\n"
                + "{\"id\":\"3\",\"id\":\"4\",\"title\":\"b\"}\n");
    assertThat(read.problems().get(1)).containsExactly("json-broken");
    assertThat(read.problems().get(2)).containsExactly("json-broken");
  }

  @Test
  void headers_of_an_unknown_file_are_told_at_a_readable_length() {
    String line = "見出し".repeat(500) + "," + "b,".repeat(1000) + "c\n";
    assertThatThrownBy(() -> text(line + "1\n"))
        .isInstanceOfSatisfying(
            OpenedFile.Unrecognised.class,
            e -> {
              assertThat(e.headers()).hasSizeLessThanOrEqualTo(30);
              assertThat(e.headers()).allSatisfy(it -> assertThat(it).hasSizeLessThan(80));
            });
  }

  private static void refused(byte[] file, String code) {
    assertThatThrownBy(() -> ReadFile.of(() -> new ByteArrayInputStream(file), null))
        .isInstanceOfSatisfying(
            OpenedFile.Unrecognised.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static ReadFile text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ReadFile.of(() -> new ByteArrayInputStream(bytes), null);
  }

  private static InputStream joined(String before, InputStream middle, String after) {
    return new SequenceInputStream(new SequenceInputStream(bytes(before), middle), bytes(after));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** One byte, many times, never in memory at once. */
  private static final class Repeated extends InputStream {
    private final byte each;
    private long left;

    Repeated(byte each, long times) {
      this.each = each;
      this.left = times;
    }

    @Override
    public int read() {
      return left-- > 0 ? each : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      java.util.Arrays.fill(into, offset, offset + count, each);
      left -= count;
      return count;
    }
  }
}

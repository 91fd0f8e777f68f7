package dev.musubi.listings.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.listings.Answer;
import dev.musubi.listings.Client;
import dev.musubi.listings.Samples;
import dev.musubi.listings.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files that somebody attaches who means harm. */
class DocumentIT extends ServiceTest {
  private static final byte[] PAPER = bytes("%PDF-1.7\n<script>alert(1)</script>");

  @Test
  void a_name_is_never_a_path_and_opens_no_other_header() {
    Client office = editor(organisation("みほん大学"));
    String documents = documents(office);
    for (String name :
        List.of(
            "../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "C:\\autoexec.bat",
            "/etc/shadow",
            "....//....//x.pdf",
            "%2e%2e%2fx.pdf",
            "a%00.pdf",
            "x.pdf%0d%0aSet-Cookie: a=b",
            "図面\u202efdp.exe",
            "x; filename=evil.html",
            ".htaccess",
            "..",
            "x" + "😀".repeat(80) + ".pdfx",
            "x" + ".".repeat(200) + "pdf",
            "n".repeat(200) + ".pdf")) {
      Answer attached = office.upload(documents, name, PAPER, Map.of("visibility", "PUBLIC"));
      assertThat(attached.status()).as(name + attached.text()).isEqualTo(201);
      String kept = attached.at("/name").asString();
      assertThat(kept).as(name).isNotBlank().hasSizeLessThanOrEqualTo(150);
      assertThat(kept).as(name).doesNotContain("/", "\\", "\u202e", "\r", "\n", "\"");
      assertThat(kept).as(name).doesNotStartWith(".");
      Answer opened = office.get(attached.header("Location"));
      assertThat(opened.status()).as(name).isEqualTo(200);
      assertThat(opened.header("Content-Disposition")).as(name).startsWith("attachment; ");
      assertThat(opened.header("Content-Security-Policy")).as(name).contains("sandbox");
      assertThat(opened.header("X-Content-Type-Options")).as(name).isEqualTo("nosniff");
      assertThat(opened.header("Set-Cookie")).as(name).isEmpty();
      assertThat(office.delete(attached.header("Location")).status()).as(name).isEqualTo(204);
    }
  }

  /** No file system has such a name; it once was an answer of 500. */
  @Test
  void a_name_without_end_is_the_fault_of_who_sent_it() {
    Client office = editor(organisation("みほん大学"));
    String documents = documents(office);
    Answer refused = office.upload(documents, "n".repeat(20_000) + ".pdf", PAPER, Map.of());
    assertThat(refused.status()).isIn(400, 413);
    assertThat(refused.at("/detail").asString()).isNotBlank();
  }

  @Test
  void what_a_file_is_its_bytes_say_and_neither_its_name_nor_its_sender() {
    Client office = editor(organisation("みほん大学"));
    String documents = documents(office);
    for (String content :
        List.of(
            "<html><script>alert(1)</script>",
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
            "PK\u0003\u0004 a workbook or an archive",
            "GIF89a",
            "MZ",
            " %PDF-1.7")) {
      Answer refused = office.upload(documents, "figure.png", bytes(content), Map.of());
      assertThat(refused.status()).as(content).isEqualTo(415);
    }
    assertThat(office.get(documents).at("/items").size()).isZero();
  }

  private static String documents(Client office) {
    Answer draft = office.create("/api/v1/listings", Samples.complete());
    return "/api/v1/listings/" + draft.id() + "/documents";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

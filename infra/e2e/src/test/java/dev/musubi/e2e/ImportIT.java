package dev.musubi.e2e;

import static dev.musubi.e2e.Product.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of patents as other systems write them, on the page and by the command. */
final class ImportIT {
  private static final String OWNER = "01980000-0000-7000-8000-000000001001";
  private static final Charset CP932 = Charset.forName("windows-31j");

  private final Path folder;

  ImportIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_spreadsheet_of_j_platpat_in_shift_jis_is_imported_on_the_page_and_repeated_without_harm()
      throws IOException {
    var subject = Subject.ja();
    var file = file("jplatpat.csv", jplatpat(subject), CP932);
    try (var visit = Browser.signedIn(Product.OFFICE, Width.PHONE, "ja").open("/office/imports")) {
      visit.mustBeSound();
      send(visit, file);
      assertThat(counts(visit)).contains("新しい特許\n2", "取り込めなかった行\n1");
      assertThat(visit.main()).contains("J-PlatPat", "備考欄").contains("登録番号");
      visit.mustBeSound();
      patiently().until(() -> Market.search(subject.word()).size() == 2);

      send(visit.open("/office/imports"), file);
      assertThat(counts(visit)).contains("新しい特許\n0", "変わらない特許\n2");
      visit.open("/office/imports").mustBeSound();
      assertThat(visit.main()).contains("jplatpat.csv");
    }
    assertThat(Market.search(subject.word())).hasSize(2);
  }

  private static void send(Visit visit, Path file) {
    visit.page().locator("#file").setInputFiles(file);
    visit.page().locator("input[name=publish]").check();
    visit.page().locator("main form button[type=submit]").click();
    visit.page().waitForURL("**/office/imports/*");
    visit.page().locator("[aria-busy=false]").waitFor();
  }

  private static String counts(Visit visit) {
    return visit.page().locator("dl.counts").innerText();
  }

  /** Two good rows, one with a number that is none, and a column that nobody knows. */
  private static String jplatpat(Subject subject) {
    int serial = ThreadLocalRandom.current().nextInt(100_000, 999_000);
    return """
    文献番号,出願番号,出願日,公知日,発明の名称,出願人/権利者,FI,要約,公開番号,登録番号,ステージ,備考欄
    特許7SERIA1,特願2021-SERIA1,2021/04/12,2022/10/24,WORDの選別装置,天ノ川工科大学 知的財産本部,"B07C5/342,H02J3/00,170","(57)【要約】【課題】WORDを素材ごとに速く選別する。【解決手段】反射を二つの帯域で測る。【選択図】図1",特開2022-SERIA1,特許7SERIA1,特許 登録（権利継続）,一
    特許7SERIA2,特願2021-SERIA2,2021/04/12,2022/10/24,WORDの洗浄装置,天ノ川工科大学 知的財産本部,B08B3/02,"(57)【要約】【課題】WORDを傷めずに洗う。【解決手段】細かな泡を当てる。【選択図】図1",特開2022-SERIA2,特許7SERIA2,特許 登録（権利継続）,二
    特許7SERIA3,特願2021-SERIA3,2021/04/12,2022/10/24,WORDの乾燥装置,天ノ川工科大学 知的財産本部,F26B3/04,"(57)【要約】【課題】WORDを乾かす。【解決手段】風を当てる。【選択図】図1",特開2022-SERIA3,たくさん,特許 登録（権利継続）,三
    """
        .replace("WORD", subject.word())
        .replace("SERIA1", "%06d".formatted(serial))
        .replace("SERIA2", "%06d".formatted(serial + 1))
        .replace("SERIA3", "%06d".formatted(serial + 2));
  }

  @Test
  void json_lines_are_imported_by_the_command_and_every_wrong_row_is_told() throws IOException {
    var subject = Subject.ja();
    var good = oneLine(subject.listingInJapanese(), "A");
    var bad = oneLine(subject.listingInJapanese(), "B").replace("大阪府", "大阪府庁前");
    var file = file("listings.jsonl", good + "\n" + bad + "\n{ this is no JSON\n");
    var told = Product.RUNNING.musubi("import", "--organisation", OWNER, file);
    assertThat(told.code()).as(told.text()).isEqualTo(3);
    assertThat(told.text())
        .contains("3 rows read: 1 new", "2 refused")
        .contains("line 2", "line 3");
    patiently().until(() -> Market.search(subject.word()).size() == 1);

    var once = file("again.jsonl", good + "\n");
    var again = Product.RUNNING.musubi("import", "--organisation", OWNER, once);
    assertThat(again.code()).as(again.text()).isZero();
    assertThat(again.text()).contains("0 new", "1 unchanged");
    assertThat(Market.search(subject.word())).hasSize(1);
  }

  private static String oneLine(String listing, String number) {
    var id = "E2E-" + number + "-" + ThreadLocalRandom.current().nextInt(1_000_000);
    return listing.replace("\n", " ").replaceFirst("\\{", "{\"externalId\": \"" + id + "\",");
  }

  @Test
  void a_file_of_another_kind_is_refused_by_a_sentence() throws IOException {
    var file = Files.write(folder.resolve("holiday.csv"), "海,山\n1,2\n".getBytes(CP932));
    try (var visit = Browser.signedIn(Product.OFFICE, Width.WIDE, "en").open("/office/imports")) {
      visit.page().locator("#file").setInputFiles(file);
      visit.page().locator("main form button[type=submit]").click();
      visit.page().waitForURL("**/office/imports/*");
      visit.page().locator("[aria-busy=false]").waitFor();
      assertThat(visit.page().locator(".note-away").innerText()).isNotBlank();
      visit.mustBeSound();

      visit.open("/office/imports");
      visit.page().locator("main form button[type=submit]").click();
      assertThat(visit.page().locator(".error-summary").innerText()).contains("choose a file");
      visit.mustBeSound();
    }
  }

  private String file(String name, String text) throws IOException {
    return file(name, text, StandardCharsets.UTF_8).toString();
  }

  private Path file(String name, String text, Charset encoding) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(encoding));
  }
}

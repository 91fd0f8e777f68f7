package dev.musubi.e2e;

import static dev.musubi.e2e.Product.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What helps a reader to find: clues of a need, words in the own language, the whole as a map. */
final class FindingIT {

  @Test
  void a_firm_is_offered_clues_of_its_own_words_and_changes_them() {
    try (var visit = Browser.signedIn(Product.FIRM, Width.PHONE, "ja").open("/needs/new")) {
      var page = visit.page();
      page.locator("[name=title]").fill("ステンレス薄板の溶接ひずみ");
      page.locator("[name=text]").fill("ステンレスの薄板をレーザー溶接で厨房機器の天板にしていますが、ひずみが出ます。ひずみを抑える方法を探しています。");
      visit.button("文から手がかりを取り出す").click();
      page.locator("#clues [role=status]").waitFor();
      visit.mustBeSound();
      assertThat(page.locator("[name=material]").inputValue()).contains("ステンレス");
      assertThat(page.locator("[name=method]").inputValue()).contains("溶接");
      page.locator("[name=material]").fill("ステンレス鋼の薄板");
      page.locator("form button.large").click();
      page.waitForURL("**/needs/*?new");
      assertThat(visit.main()).contains("ステンレス鋼の薄板");
      visit.mustBeSound();
    }
  }

  @Test
  void a_title_in_the_other_language_is_explained_and_the_explanation_is_marked() {
    var subject = Subject.en();
    var listing = Market.publish(subject.listingInEnglish());
    patiently().until(() -> Market.search(subject.word()).contains(listing));
    try (var visit = Browser.visit(Width.PHONE, "ja").open("/listings/" + listing)) {
      var gloss = visit.page().locator("main header .gloss, main .page-head .gloss").first();
      assertThat(gloss.innerText()).contains("辞書による語の訳").containsPattern("[\\p{IsHan}ァ-ヶ]{2}");
      visit.mustBeSound();
    }
    try (var visit = Browser.visit(Width.WIDE, "en").open("/listings/" + listing)) {
      assertThat(visit.page().locator("main .gloss").count()).isZero();
    }
  }

  @Test
  void the_landscape_shows_the_same_groups_as_a_picture_and_as_a_table() {
    patiently()
        .until(
            () ->
                Api.anybody().get("/api/v1/landscape").must(200).at("/groups").valueStream().count()
                    > 3);
    try (var visit = Browser.visit(Width.PHONE, "ja").open("/landscape")) {
      var groups = visit.page().locator("main tbody").first().locator("tr");
      assertThat(groups.count()).isGreaterThan(3);
      assertThat(numbers(visit.page().locator("figure.landscape > svg > g text")))
          .containsExactlyInAnyOrderElementsOf(numbers(groups.locator("td:first-child")));
      visit.mustBeSound();
    }
  }

  private static List<String> numbers(Locator places) {
    return places.allTextContents().stream().map(String::strip).sorted().toList();
  }
}

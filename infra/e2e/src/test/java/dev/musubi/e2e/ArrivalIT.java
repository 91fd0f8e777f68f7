package dev.musubi.e2e;

import static dev.musubi.e2e.Product.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.testkit.ReceivedMail;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A need and a patent meet, whichever comes first, and whoever waited is told. */
final class ArrivalIT {
  private static final Api FIRM = Api.of(Product.FIRM);

  @BeforeEach
  void nothing_else_is_waited_for() {
    Market.closeEarlierNeeds(FIRM);
    Market.closeEarlierNeeds(Api.of(Product.ENGLISH_FIRM));
  }

  @Test
  void a_patent_that_comes_later_finds_the_need_and_its_firm_is_told_on_an_open_page_and_by_mail() {
    var subject = Subject.ja();
    var need = Market.activate(FIRM, subject.needInJapanese());
    try (var page = Browser.signedIn(Product.FIRM, Width.PHONE, "ja").open("/alerts")) {
      page.page().locator(".live-note.on").waitFor();
      page.page().evaluate("window.notReloaded = true");
      var listing = Market.publish(subject.listingInJapanese());
      var published = Instant.now();
      page.page()
          .locator(
              ".alert-item",
              new com.microsoft.playwright.Page.LocatorOptions()
                  .setHasText(subject.word() + "の薄皮を実を傷めずにはがす方法"))
          .waitFor();
      Figures.say("publication to alert on the open page", published, Instant.now());
      assertThat(page.page().evaluate("window.notReloaded")).isEqualTo(true);
      assertThat(page.main()).contains("「" + subject.word() + "の薄皮が包丁でむけない」に合いそうな特許が公開されました");
      page.mustBeSound();

      var match = Market.match(FIRM, need, listing);
      assertThat(match.path("foundBy").asString()).isEqualTo("LISTING");
      assertThat(match.at("/reasons/0/listingWords").toString()).contains(subject.word());
      var mail = mailAbout(Product.FIRM, subject, "特許が見つかりました");
      Figures.say("publication to mail", published, Instant.now());
      japanese(mail, subject, need, match.path("id").asString());
    }
  }

  private static void japanese(ReceivedMail mail, Subject subject, String need, String match) {
    assertThat(mail.header("Content-Language")).contains("ja");
    assertThat(Product.read(mail))
        .contains("試野 まこと 様", subject.word() + "の薄皮を実を傷めずにはがす方法")
        .contains("合うと考えた理由", "「" + subject.word() + "」")
        .contains("/needs/" + need + "#match-" + match);
    assertThat(mail.html()).contains("<html lang=\"ja\"", subject.word());
    assertThat(mail.header("List-Unsubscribe").orElse("")).contains(Product.RUNNING.url() + "/u/");
    assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
  }

  @Test
  void a_firm_that_reads_english_is_told_in_english_and_on_any_open_page() {
    var subject = Subject.en();
    var firm = Api.of(Product.ENGLISH_FIRM).in("en");
    var need = Market.activate(firm, subject.needInEnglish());
    try (var page = Browser.signedIn(Product.ENGLISH_FIRM, Width.WIDE, "en").open("/needs")) {
      var listing = Market.publish(subject.listingInEnglish());
      page.page().locator("#toast a").waitFor();
      assertThat(page.page().locator("a.bell .badge").first().isVisible()).isTrue();
      assertThat(page.page().locator("#announcements").textContent()).contains("new alert");
      var match = Market.match(firm, need, listing);
      var title = "Primer that keeps a " + subject.word() + " coating";
      var mail = mailAbout(Product.ENGLISH_FIRM, subject, title);
      assertThat(mail.header("Content-Language")).contains("en");
      assertThat(String.valueOf(mail.text()).replaceAll("\\s+", " "))
          .contains("Robin Sample", title)
          .contains("Why it may fit", "Unsubscribe");
      page.open("/needs/" + need);
      assertThat(page.page().locator("#match-" + match.path("id").asString()).innerText())
          .contains("Primer that keeps a " + subject.word());
      page.mustBeSound();
    }
  }

  @Test
  void a_need_that_comes_later_finds_the_patent_and_its_firm_gets_one_list() {
    var subject = Subject.ja();
    var listing = Market.publish(subject.listingInJapanese());
    patiently().until(() -> Market.search(subject.word()).contains(listing));
    var need = Market.activate(FIRM, subject.needInJapanese());
    var match = Market.match(FIRM, need, listing);
    assertThat(match.path("foundBy").asString()).isEqualTo("NEED");
    assertThat(match.path("rank").asInt()).isEqualTo(1);
    var mail = mailAbout(Product.FIRM, subject, "一覧ができました");
    assertThat(Product.read(mail)).contains(subject.word() + "の薄皮を実を傷めずにはがす方法");
    try (var page = Browser.signedIn(Product.FIRM, Width.PHONE, "ja").open("/needs/" + need)) {
      assertThat(page.page().locator("#matches .card").first().innerText())
          .contains(subject.word() + "の薄皮を実を傷めずにはがす方法");
      page.mustBeSound();
    }
  }

  @Test
  void a_patent_that_is_withdrawn_leaves_matches_search_and_its_page() {
    var subject = Subject.ja();
    var listing = Market.publish(subject.listingInJapanese());
    var need = Market.activate(FIRM, subject.needInJapanese());
    Market.match(FIRM, need, listing);
    patiently().until(() -> Market.search(subject.word()).contains(listing));
    var withdrawn = Instant.now();
    Market.withdraw(listing);
    patiently().until(() -> Market.of(FIRM, need, listing).isEmpty());
    patiently().until(() -> !Market.search(subject.word()).contains(listing));
    Figures.say("withdrawal to its absence", withdrawn, Instant.now());
    Api.anybody().get(Market.LISTINGS + "/" + listing).must(410);
  }

  @Test
  void nobody_is_told_twice_however_often_a_patent_is_changed() {
    var subject = Subject.ja();
    var need = Market.activate(FIRM, subject.needInJapanese());
    var listing = Market.publish(subject.listingInJapanese());
    Market.match(FIRM, need, listing);
    mailAbout(Product.FIRM, subject, "特許が見つかりました");
    var office = Api.of(Product.OFFICE);
    for (int trl = 1; trl <= 3; trl++) {
      var now = office.get(Market.LISTINGS + "/" + listing).must(200);
      office.patch(Market.LISTINGS + "/" + listing, "{\"trl\": " + trl + "}", now.etag()).must(200);
    }
    patiently()
        .during(Duration.ofSeconds(4))
        .until(
            () ->
                Product.mailsTo(Product.FIRM).stream()
                        .filter(mail -> mail.subject().contains(subject.word()))
                        .filter(mail -> mail.subject().contains("特許が見つかりました"))
                        .count()
                    == 1);
    assertThat(Market.of(FIRM, need, listing)).hasSize(1);
  }

  private static ReceivedMail mailAbout(String address, Subject subject, String words) {
    return Product.mailTo(
        address,
        mail ->
            (mail.subject() + mail.text()).contains(subject.word())
                && (mail.subject() + mail.text()).contains(words));
  }
}

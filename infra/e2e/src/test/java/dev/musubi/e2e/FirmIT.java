package dev.musubi.e2e;

import static dev.musubi.e2e.Product.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A small firm comes, tells what it lacks, and answers what it is shown. */
final class FirmIT {
  private static final Pattern LINK = Pattern.compile("https?://\\S+/oauth2/verification\\S+");
  private static final String PASSWORD = "むらさきの 湯気 と 七つの橋";

  @Test
  void a_firm_goes_from_the_front_page_over_registration_to_its_matches_and_answers_them() {
    var subject = Subject.ja();
    var listing = Market.publish(subject.listingInJapanese());
    patiently().until(() -> Market.search(subject.word()).contains(listing));
    var email = "firm" + ThreadLocalRandom.current().nextLong(1L << 40) + "@e2e.musubi.example";
    try (var visit = Browser.visit(Width.PHONE, "ja")) {
      register(visit, email, subject);
      finish(visit, email);
      tell(visit, subject);
      answer(visit, subject);
    }
  }

  private static void register(Visit visit, String email, Subject subject) {
    visit.open("/");
    visit.page().locator("#need-text").fill(subject.word() + "の薄皮を包丁でむくと実が欠けます。");
    visit.button("合う特許をさがす").click();
    visit.page().locator("#results form[action='/start-need'] button").click();
    visit.page().locator("#email").waitFor();
    visit.mustBeSound();
    visit.page().locator("a[href='/oauth2/registration']").click();
    visit.mustBeSound();
    visit.button("メールを送る").click();
    visit.page().locator(".banner.bad").waitFor();
    visit.mustBeSound();
    visit.page().locator("#kind").selectOption("SEEKER");
    visit.page().locator("#name").fill(subject.word() + "総菜株式会社");
    visit.page().locator("#prefecture").selectOption("27");
    visit.page().locator("#administratorName").fill("見本 つとむ");
    visit.page().locator("#email").fill(email);
    visit.button("メールを送る").click();
    visit.page().waitForURL("**/oauth2/done*");
    visit.mustBeSound();
  }

  private static void finish(Visit visit, String email) {
    var mail = Product.mailTo(email, it -> true);
    var link = LINK.matcher(String.valueOf(mail.text()));
    assertThat(link.find()).as(mail.text()).isTrue();
    visit.open(link.group());
    visit.mustBeSound();
    visit.page().locator("#password").fill("password1234");
    visit.page().locator("form button[type=submit]").click();
    visit.page().locator("#problem").waitFor();
    visit.page().locator("#password").fill(PASSWORD);
    visit.page().locator("form button[type=submit]").click();
    visit.page().waitForURL("**/oauth2/done*");
    visit.signIn(email, PASSWORD);
  }

  private static void tell(Visit visit, Subject subject) {
    visit.open("/needs/new");
    var page = visit.page();
    assertThat(page.locator("[name=text]").inputValue()).contains(subject.word());
    page.locator("[name=title]").fill("");
    page.locator("form button.large").click();
    page.locator(".error-summary").waitFor();
    visit.mustBeSound();
    page.locator("[name=title]").fill(subject.word() + "の薄皮むき");
    page.locator("[name=material]").fill(subject.word());
    page.locator("[name=method]").fill("薄皮をはがす、蒸す");
    page.locator("[name=efficacy]").fill("捨てる量を減らす");
    page.locator("[name=product]").fill("総菜");
    page.locator("[name=application]").fill("食品加工");
    page.locator("form button.large").click();
    page.waitForURL("**/needs/*?new");
    assertThat(visit.main()).contains(subject.word() + "の薄皮むき");
  }

  private static void answer(Visit visit, Subject subject) {
    var page = visit.page();
    patiently()
        .until(
            () -> {
              page.reload();
              return page.locator("#matches .card").count() > 0;
            });
    var match = page.locator("#matches .card").first();
    assertThat(match.innerText()).contains(subject.word() + "の薄皮を実を傷めずにはがす方法");
    assertThat(match.locator(".why li").first().innerText()).contains(subject.word());
    visit.mustBeSound();
    match.locator("details summary").click();
    match.locator("button[name=reason]").first().click();
    match.locator(".given").waitFor();
    visit.mustBeSound();
    page.reload();
    assertThat(page.locator("#matches .card .given").count()).isEqualTo(1);
  }

  @Test
  void an_answer_without_its_reason_is_refused_and_one_with_it_is_kept() {
    var subject = Subject.ja();
    var firm = Api.of(Product.FIRM);
    var listing = Market.publish(subject.listingInJapanese());
    var need = Market.activate(firm, subject.needInJapanese());
    var path = "/api/v1/matches/" + Market.match(firm, need, listing).path("id").asString();
    firm.post(path + "/feedback", "{\"answer\": \"NO\"}").must(422);
    firm.post(path + "/feedback", "{\"answer\": \"NO\", \"reason\": \"BECAUSE\"}").must(422);
    firm.post(path + "/feedback", "{\"answer\": \"NO\", \"reason\": \"TERMS_DO_NOT_FIT\"}")
        .must(200);
    var kept = Market.of(firm, need, listing).getFirst().path("feedback");
    assertThat(kept.path("reason").asString()).isEqualTo("TERMS_DO_NOT_FIT");
    Api.of(Product.OFFICE).post(path + "/feedback", "{\"answer\": \"LATER\"}").must(404);
    Api.anybody().post(path + "/feedback", "{\"answer\": \"LATER\"}").must(401);
  }
}

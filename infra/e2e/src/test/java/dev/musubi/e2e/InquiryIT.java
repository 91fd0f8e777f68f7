package dev.musubi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** From a match to talks with the owner. */
final class InquiryIT {
  private static final String DEALS = "/api/v1/deals";
  private static final String SEEKER = "hinoko@demo.musubi.example";
  private static final Api FIRM = Api.of(SEEKER);
  private static final Api OFFICE = Api.of(Product.OFFICE);

  @Test
  void a_firm_asks_the_owner_from_a_match_on_the_pages_and_hears_the_answer_by_mail() {
    var subject = Subject.ja();
    var listing = Market.publish(subject.listingInJapanese());
    var need = Market.activate(FIRM, subject.needInJapanese());
    var match = Market.match(FIRM, need, listing).path("id").asString();
    String deal;
    try (var visit = Browser.signedIn(SEEKER, Width.PHONE, "ja").open("/needs/" + need)) {
      var card = visit.page().locator("#match-" + match);
      card.locator("button[value=INTERESTED]").click();
      card.locator("a[href^='/deals/new']").click();
      visit.mustBeSound();
      visit.page().locator("#message").fill(subject.word() + "で試せる装置を見せていただけますか。");
      visit.page().locator("form button.large").click();
      visit.page().waitForURL("**/deals/*?sent");
      visit.mustBeSound();
      deal = visit.page().url().replaceAll(".*/deals/|\\?.*", "");
    }
    var asked = Product.mailTo(Product.OFFICE, mail -> mail.subject().contains(subject.word()));
    assertThat(Product.read(asked)).contains("/deals/" + deal);
    accept(deal, subject);
    var answered = Product.mailTo(SEEKER, mail -> Product.read(mail).contains("/deals/" + deal));
    assertThat(answered.subject()).contains(subject.word());
    assertThat(FIRM.get(DEALS + "/" + deal).must(200).at("/stage").asString())
        .isEqualTo("IN_TALKS");
  }

  private static void accept(String deal, Subject subject) {
    try (var visit = Browser.signedIn(Product.OFFICE, Width.WIDE, "ja").open("/deals/" + deal)) {
      assertThat(visit.main()).contains(subject.word() + "で試せる装置を見せていただけますか。");
      visit.mustBeSound();
      visit.page().locator("textarea[name=message]").fill("大阪の工場でご覧いただけます。");
      visit.page().locator("button[value=accept]").click();
      visit.page().waitForURL("**/deals/*?done-accept");
      assertThat(visit.main()).contains("大阪の工場でご覧いただけます。");
      visit.mustBeSound();
    }
  }

  @Test
  void an_inquiry_is_seen_by_its_two_sides_alone_and_keeps_the_name_of_who_wishes_so() {
    var subject = Subject.ja();
    var listing = Market.publish(subject.listingInJapanese());
    var need = Market.activate(FIRM, subject.needInJapanese().replace("PUBLIC", "ANONYMOUS"));
    var match = Market.match(FIRM, need, listing).path("id").asString();
    var question = "{\"matchId\": \"%s\", \"message\": \"試作の費用を教えてください。\"}".formatted(match);
    Product.patiently().until(() -> FIRM.post(DEALS, question).status() == 201);
    var deal = FIRM.get(DEALS).must(200).at("/items/0");
    var path = DEALS + "/" + deal.path("id").asString();
    assertThat(deal.path("matchId").asString()).isEqualTo(match);
    Product.patiently().until(() -> OFFICE.get(path).status() == 200);
    var seen = OFFICE.get(path).must(200);
    assertThat(seen.at("/anonymous").asBoolean()).isTrue();
    assertThat(seen.at("/seekerName").asString("")).isEmpty();
    Api.of(Product.FIRM).get(path).must(404);
    Api.anybody().get(path).must(401);
  }
}

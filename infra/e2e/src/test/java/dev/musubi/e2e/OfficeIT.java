package dev.musubi.e2e;

import static dev.musubi.e2e.Market.LISTINGS;
import static dev.musubi.e2e.Product.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A licensing office lists a patent. */
final class OfficeIT {
  private static final Api OFFICE = Api.of(Product.OFFICE);

  @Test
  void a_patent_without_its_co_owners_consent_is_published_only_when_that_is_on_record() {
    var subject = Subject.ja();
    var draft = OFFICE.post(LISTINGS, withCoOwner(subject)).must(201);
    var path = LISTINGS + "/" + draft.id();
    var refused = OFFICE.move(path + "/publish", draft.etag()).must(409);
    assertThat(refused.at("/type").asString())
        .isEqualTo("urn:musubi:problem:listing-not-publishable");
    assertThat(refused.at("/errors/0/field").asString()).isEqualTo("/owners/1");
    assertThat(refused.at("/errors/0/message").asString()).contains("株式会社見本電機");
    assertThat(OFFICE.in("en").get(path + "/checks").at("/failed/0/message").asString())
        .contains("article 73");
    Api.anybody().get(path).must(404);

    var agreed =
        OFFICE
            .put(path + "/consents/1", "{\"answer\": \"GIVEN\", \"evidence\": \"同意書 第12号\"}")
            .must(200);
    OFFICE.move(path + "/publish", agreed.etag()).must(200);
    assertThat(Api.anybody().get(path).must(200).text()).contains(subject.word());
    patiently().until(() -> Market.search(subject.word()).contains(draft.id()));
  }

  private static String withCoOwner(Subject subject) {
    return subject
        .listingInJapanese()
        .replace(
            "\"offers\"",
            "\"owners\": [{\"name\": \"天ノ川工科大学 知的財産本部\","
                + " \"organisationId\": \"01980000-0000-7000-8000-000000001001\"},"
                + " {\"name\": \"株式会社見本電機\"}], \"offers\"");
  }

  @Test
  void a_right_that_has_ended_is_not_put_on_offer() {
    var listing = Subject.ja().listingInJapanese().replace("2041-04-01", "2024-04-01");
    var draft = OFFICE.post(LISTINGS, listing).must(201);
    var refused = OFFICE.move(LISTINGS + "/" + draft.id() + "/publish", draft.etag()).must(409);
    assertThat(refused.at("/errors/0/code").asString()).isEqualTo("RIGHTS_ENDED");
    assertThat(refused.at("/errors/0/message").asString()).isNotBlank();
  }

  @Test
  void of_two_who_change_the_same_listing_the_second_is_told_to_look_again() {
    var draft = OFFICE.post(LISTINGS, Subject.ja().listingInJapanese()).must(201);
    var path = LISTINGS + "/" + draft.id();
    var first = OFFICE.patch(path, "{\"trl\": 7}", draft.etag()).must(200);
    OFFICE.patch(path, "{\"trl\": 3}", draft.etag()).must(412);
    assertThat(OFFICE.get(path).at("/trl").asInt()).isEqualTo(7);
    OFFICE.patch(path, "{\"trl\": 3}", first.etag()).must(200);
  }

  @Test
  void somebody_else_neither_sees_nor_changes_a_draft() {
    var draft = OFFICE.post(LISTINGS, Subject.ja().listingInJapanese()).must(201);
    var path = LISTINGS + "/" + draft.id();
    var other = Api.of("soryo@demo.musubi.example");
    other.get(path).must(404);
    other.patch(path, "{\"trl\": 1}", draft.etag()).must(404);
    Api.anybody().patch(path, "{\"trl\": 1}", draft.etag()).must(401);
    Api.of("tlo-viewer@demo.musubi.example").patch(path, "{\"trl\": 1}", draft.etag()).must(403);
  }

  @Test
  void a_patent_is_written_refused_mended_published_and_withdrawn_on_the_pages() {
    var subject = Subject.ja();
    try (var visit = Browser.signedIn(Product.OFFICE, Width.WIDE, "ja").open("/office")) {
      visit.mustBeSound();
      visit.open("/office/listings/new").mustBeSound();
      fill(visit, subject);
      visit.button("下書きとして保存する").click();
      visit.page().waitForURL("**/office/listings/*?saved");
      assertThat(visit.page().locator(".note-away").count()).as("parts that are away").isZero();
      visit.mustBeSound();
      visit.button("公開する").click();
      var refusal = visit.page().locator(".error-summary");
      refusal.waitFor();
      assertThat(refusal.innerText()).contains("株式会社見本電機", "同意");
      visit.mustBeSound();

      visit.page().locator("a[href$='/edit']").click();
      visit.page().locator("input[name=coOwnersConsent]").check();
      visit.button("下書きとして保存する").click();
      visit.button("公開する").click();
      visit.page().waitForURL("**/office/listings/*?published");
      visit.mustBeSound();
      patiently().until(() -> Market.search(subject.word()).size() == 1);

      visit.page().locator("details.more summary").click();
      visit.page().locator("#reason").fill("内容を見直します");
      visit.page().locator("details.more button[type=submit]").click();
      visit.page().waitForURL("**/office/listings/*?withdrawn");
      patiently().until(() -> Market.search(subject.word()).isEmpty());
    }
  }

  private static void fill(Visit visit, Subject subject) {
    var page = visit.page();
    page.locator("[name='ja.title']").fill(subject.word() + "を光で見分ける選別機");
    page.locator("[name='ja.summary']").fill("光の反射で" + subject.word() + "だけを取り出します。");
    page.locator("[name='ja.effect']").fill("見落としが千分の一になります。");
    page.locator("[name='right.registrationNumber']").fill(Subject.registration());
    page.locator("[name='right.status']").selectOption("GRANTED");
    fill(page.locator("[name='right.filedOn']"), "2021", "4", "1");
    fill(page.locator("[name='right.expiresOn']"), "2041", "4", "1");
    page.locator("[name='coOwners']").fill("株式会社見本電機");
  }

  /** A day has three fields. */
  private static void fill(Locator parts, String... day) {
    for (int n = 0; n < day.length; n++) {
      parts.nth(n).fill(day[n]);
    }
  }

  @Test
  void a_wrong_number_is_told_beside_its_field_and_what_was_typed_stays() {
    try (var visit =
        Browser.signedIn(Product.OFFICE, Width.PHONE, "en").open("/office/listings/new")) {
      fill(visit, Subject.ja());
      visit.page().locator("[name='right.registrationNumber']").fill("patent twelve");
      visit.button("Save as a draft").click();
      visit.page().locator(".error-summary").waitFor();
      assertThat(visit.page().locator("[name='right.registrationNumber']").inputValue())
          .isEqualTo("patent twelve");
      assertThat(visit.page().locator("[aria-invalid=true]").count()).isEqualTo(1);
      visit.mustBeSound();
    }
  }
}

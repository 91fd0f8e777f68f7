package dev.musubi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Somebody without a login types what is missing. */
final class FrontPageIT {

  @Test
  void a_need_typed_in_plain_japanese_on_a_phone_meets_a_patent_with_reasons() {
    var subject = Subject.ja();
    var listing = Market.publish(subject.listingInJapanese());
    Product.patiently().until(() -> Market.search(subject.word()).contains(listing));
    try (var visit = Browser.visit(Width.PHONE, "ja").open("/")) {
      visit.mustBeSound();
      visit.page().locator("#need-text").fill(subject.word() + "の皮むきで実が欠けて困っています。");
      visit.button("合う特許をさがす").click();
      var first = visit.page().locator("#results .card").first();
      assertThat(first.innerText()).contains(subject.word() + "の薄皮を実を傷めずにはがす方法", "大阪府");
      assertThat(first.locator(".why li").first().innerText()).contains(subject.word());
      visit.mustBeSound();
      first.locator("h3 a").click();
      assertThat(visit.main()).contains("飽和蒸気で八秒蒸した", "大阪府");
      visit.mustBeSound();
    }
  }

  @Test
  void a_need_typed_in_plain_english_meets_a_patent_with_reasons() {
    var subject = Subject.en();
    var listing = Market.publish(subject.listingInEnglish());
    Product.patiently().until(() -> Market.search(subject.word()).contains(listing));
    try (var visit = Browser.visit(Width.WIDE, "en").open("/")) {
      visit.mustBeSound();
      visit
          .page()
          .locator("#need-text")
          .fill("The " + subject.word() + " paint comes off at welds");
      visit.button("Find patents that fit").click();
      var first = visit.page().locator("#results .card").first();
      assertThat(first.innerText()).contains("Primer that keeps a " + subject.word() + " coating");
      assertThat(first.locator(".why li").first().innerText()).contains(subject.word());
      visit.mustBeSound();
    }
  }

  @Test
  void a_need_of_the_sample_data_meets_its_patents_across_all_fields() {
    try (var visit = Browser.visit(Width.WIDE, "ja").open("/")) {
      visit.page().locator(".examples button").first().click();
      visit.page().locator("#results .card").first().waitFor();
      assertThat(visit.page().locator("#results .card").count()).isGreaterThan(2);
      assertThat(visit.page().locator("#results .card .why").count()).isGreaterThan(2);
      visit.mustBeSound();
    }
  }

  @Test
  void nothing_typed_is_answered_by_what_to_do() {
    try (var visit = Browser.visit(Width.PHONE, "en").open("/")) {
      visit.page().locator("#need-text").evaluate("field => field.required = false");
      visit.button("Find patents that fit").click();
      visit.page().locator("#results .banner.bad").waitFor();
      assertThat(visit.page().locator("#results").innerText()).isNotBlank();
      visit.mustBeSound();
    }
  }
}

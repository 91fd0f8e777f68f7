package dev.musubi.e2e;

import static dev.musubi.e2e.Product.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public search. */
final class SearchIT {
  private static final String SEARCH = "/api/v1/search/listings?q=";
  private static final Api ANYBODY = Api.anybody();

  /** The samples are loaded when the product is ready, and in the index a little later. */
  @BeforeAll
  static void wait_for_the_samples() {
    for (var word : List.of("injection%20molding", Tokens.coded("樹脂"))) {
      patiently().until(() -> ANYBODY.get(SEARCH + word).must(200).at("/total").asInt() > 0);
    }
  }

  @Test
  void what_is_found_is_marked_counted_and_narrowed_by_every_filter() {
    var subject = Subject.ja();
    var kept = Market.publish(subject.listingInJapanese());
    var other =
        Market.publish(
            subject
                .listingInJapanese()
                .replace("大阪府", "北海道")
                .replace("食品・バイオ", "機械・加工")
                .replace("NON_EXCLUSIVE", "ASSIGNMENT")
                .replace("2041-04-01", "2029-04-01"));
    patiently().until(() -> Market.search(subject.word()).size() == 2);
    var found = ANYBODY.get(SEARCH + Tokens.coded(subject.word())).must(200);
    // The vectors add other stories' made-up words, which are near to this one, behind the two.
    assertThat(found.at("/total").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(listings(found).limit(2)).containsExactlyInAnyOrder(kept, other);
    assertThat(found.at("/hits/0/highlights").toString()).contains("[[" + subject.word() + "]]");
    assertThat(found.at("/facets/prefecture").toString()).contains("\"27\"", "\"01\"");
    assertThat(found.at("/facets/licence").toString()).contains("ASSIGNMENT");
    for (var filter :
        new String[] {
          "licence=NON_EXCLUSIVE", "prefecture=27", "field=FOOD_BIO", "remaining_years_min=10"
        }) {
      var narrowed = ANYBODY.get(SEARCH + Tokens.coded(subject.word()) + "&" + filter).must(200);
      assertThat(narrowed.at("/total").asInt()).as(filter).isPositive();
      assertThat(listings(narrowed)).as(filter).startsWith(kept).doesNotContain(other);
    }
  }

  @Test
  void a_typing_mistake_is_forgiven_and_said() {
    var found = ANYBODY.get(SEARCH + "injecton%20molding").must(200);
    assertThat(found.at("/corrected").asString()).contains("injection");
    assertThat(found.at("/hits").size()).isPositive();
    assertThat(found.at("/suggestions").size()).isPositive();
  }

  @Test
  void a_filter_that_does_not_exist_is_told_with_those_that_do() {
    var refused = ANYBODY.in("en").get(SEARCH + "a&licence=FREE&remaining_years_min=99").must(400);
    assertThat(refused.at("/errors").size()).isEqualTo(2);
    assertThat(refused.at("/errors/0/message").asString())
        .startsWith("must be one of")
        .contains("NON_EXCLUSIVE");
  }

  @Test
  void a_reader_narrows_the_results_on_a_phone_and_goes_back() {
    try (var visit = Browser.visit(Width.PHONE, "ja").open("/search?q=" + Tokens.coded("樹脂"))) {
      visit.mustBeSound();
      var before = visit.page().locator("#hits > li").count();
      assertThat(before).isPositive();
      assertThat(visit.page().locator("#hits mark").count()).isPositive();
      visit.page().locator("#filters summary").click();
      visit.page().locator("#filters input[name=prefecture]").first().check();
      visit.page().locator(".active-filters").waitFor();
      assertThat(visit.page().url()).contains("prefecture=");
      visit.mustBeSound();
      visit.page().locator(".active-filters a").first().click();
      visit.page().waitForCondition(() -> visit.page().locator(".active-filters").count() == 0);
      assertThat(visit.page().locator("#hits > li").count()).isEqualTo(before);
    }
  }

  @Test
  void who_finds_nothing_is_told_what_to_do_next() {
    // Not one of the made-up words: these are near to each other in meaning, which is none.
    try (var visit = Browser.visit(Width.WIDE, "en").open("/search?q=qqqq7391zz")) {
      assertThat(visit.page().locator("#hits").count()).isZero();
      assertThat(visit.page().locator(".empty a[href='/needs/new']").isVisible()).isTrue();
      visit.mustBeSound();
    }
  }

  private static Stream<String> listings(Answer found) {
    return found.at("/hits").valueStream().map(hit -> hit.path("listingId").asString());
  }
}

package dev.musubi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page on a phone and on a wide screen, in both languages. What axe looks at depends on
 * neither alone, so that it looks at each width and at each language once.
 */
final class PagesIT {
  private static final List<String> OPEN =
      List.of(
          "/",
          "/search",
          "/landscape",
          "/digest",
          "/about",
          "/accessibility",
          "/api/docs",
          "/no-such-page");
  private static final List<String> OF_A_FIRM =
      List.of("/needs", "/needs/new", "/alerts", "/deals");
  private static final List<String> OF_AN_OFFICE =
      List.of("/office", "/office/listings/new", "/office/imports");

  @ParameterizedTest
  @CsvSource({"PHONE, ja", "PHONE, en", "WIDE, ja", "WIDE, en"})
  void open_pages_can_be_used_by_everybody(Width width, String lang) {
    try (var visit = Browser.visit(width, lang)) {
      OPEN.forEach(path -> sound(visit, path, lang));
    }
  }

  @ParameterizedTest
  @CsvSource({"PHONE, ja", "PHONE, en", "WIDE, ja", "WIDE, en"})
  void pages_of_members_can_be_used_by_everybody(Width width, String lang) {
    try (var visit = Browser.signedIn(Product.FIRM, width, lang)) {
      OF_A_FIRM.forEach(path -> sound(visit, path, lang));
      visit.open("/needs");
      visit.page().locator(".cards a").first().click();
      visit.page().locator("#matches").waitFor();
      visit.mustBeSound();
    }
    try (var visit = Browser.signedIn(Product.OFFICE, width, lang)) {
      OF_AN_OFFICE.forEach(path -> sound(visit, path, lang));
    }
  }

  private static void sound(Visit visit, String path, String lang) {
    visit.open(path);
    assertThat(visit.page().locator("html").getAttribute("lang")).as(path).isEqualTo(lang);
    assertThat(visit.page().locator("h1").count()).as("headings of %s", path).isEqualTo(1);
    if (lang.equals("ja") == (visit.page().viewportSize().width == Width.PHONE.pixels())) {
      visit.mustBeSound();
    } else {
      visit.mustFit();
    }
  }
}

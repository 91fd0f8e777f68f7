package dev.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody with bad intentions writes into a listing, a need or an address. */
class HostileIT {
  @RegisterExtension static final RunningWeb WEB = RunningWeb.shared();

  private static final String EVIL = "\\\"><script>alert(1)</script><img src=x onerror=alert(2)>";

  @Test
  void a_hostile_title_is_text_wherever_it_is_shown() {
    Services services = WEB.services();
    poisoned("GET /api/v1/search/listings", Services.resource("search.json"));
    poisoned("POST /api/v1/search/listings", Services.resource("search.json"));
    services.reply(
        "GET /api/v1/listings",
        200,
        "{\"items\":" + poison(Services.resource("listings.json")) + ",\"next\":null}");
    Sample samples = Sample.read();
    poisoned("GET /api/v1/listings/" + Sample.LISTING, samples.listings().get(Sample.LISTING));
    poisoned("GET /api/v1/listings/" + Sample.DRAFT, samples.listings().get(Sample.DRAFT));
    poisoned("GET /api/v1/needs/" + Sample.NEED, samples.needs().get(Sample.NEED));
    poisoned("GET /api/v1/needs/" + Sample.NEED + "/matches", Services.resource("matches.json"));
    poisoned("GET /api/v1/alerts", Services.resource("alerts.json"));
    try (Visit visit = WEB.visit().signedIn()) {
      for (String page :
          List.of(
              "/search?q=x",
              "/listings/" + Sample.LISTING,
              "/needs/" + Sample.NEED,
              "/alerts",
              "/office",
              "/office/listings/" + Sample.DRAFT,
              "/office/listings/" + Sample.DRAFT + "/edit")) {
        String html = visit.get(page).body();
        assertThat(html).as(page).contains("&lt;script&gt;alert(1)");
        assertThat(html).as(page).doesNotContain("<script>alert", "<img src=x");
      }
      assertThat(visit.post("/", "/", Map.of("text", "排水")).body())
          .contains("&lt;script&gt;alert(1)")
          .doesNotContain("<script>alert", "<img src=x");
    }
  }

  @Test
  void what_somebody_typed_comes_back_as_text() {
    try (Visit visit = WEB.visit()) {
      String typed = "</textarea><script>alert(1)</script>";
      assertThat(visit.post("/", "/", Map.of("text", typed)).body())
          .doesNotContain("<script>alert");
      assertThat(visit.get("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body())
          .doesNotContain("<script>alert");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/%5Cevil.example",
        "/%09/evil.example",
        "https://evil.example/",
        "%2F%2Fevil.example"
      })
  void the_login_never_leads_away(String wanted) {
    try (Visit visit = WEB.visit()) {
      HttpResponse<String> answer = visit.get("/sign-in?to=" + wanted);
      assertThat(answer.uri().toString()).startsWith(WEB.address()).doesNotContain("evil");
    }
  }

  @Test
  void the_login_leads_back_to_where_somebody_was() {
    try (Visit visit = WEB.visit()) {
      HttpResponse<String> answer = visit.get("/sign-in?to=/search%3Fq%3D%25E6%258E%2592");
      assertThat(answer.uri().toString()).isEqualTo(WEB.address() + "/search?q=%E6%8E%92");
    }
  }

  @Test
  void an_alert_leads_only_to_pages_of_ours() {
    try (Visit visit = WEB.visit().signedIn()) {
      WEB.services().reply("POST /api/v1/alerts/7/read", 200, "{}");
      HttpResponse<String> answer =
          visit.post("/alerts", "/alerts/7/read", Map.of("to", "/\\evil.example"));
      assertThat(answer.uri().toString()).isEqualTo(WEB.address() + "/alerts");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/listings/%E3%81%82", "/listings/a%3Fb=c", "/needs/%7B%7D", "/needs/a%20b"})
  void what_is_no_id_has_no_page_and_is_not_handed_on(String page) {
    try (Visit visit = WEB.visit().signedIn()) {
      assertThat(visit.get(page).statusCode()).isEqualTo(404);
      assertThat(WEB.services().asked())
          .noneMatch(asked -> asked.path().matches("/api/v1/(listings|needs)/.+"));
    }
  }

  @Test
  void an_error_page_keeps_the_login_and_its_language_switch_stays_with_us() {
    try (Visit visit = WEB.visit().reading("ja").signedIn()) {
      String html = visit.get("/no-such-page?x=1").body();
      assertThat(html).contains("ログアウト").contains("href=\"/no-such-page?x=1&amp;lang=en\"");
    }
  }

  private static void poisoned(String methodAndPath, @Nullable String body) {
    WEB.services().reply(methodAndPath, 200, poison(Objects.requireNonNull(body)));
  }

  /** Every text of a title, a summary, a name or a sentence becomes hostile. */
  private static String poison(String json) {
    return json.replaceAll(
        "(\"(?:title|summary|name|text|problem|inventionTitle)\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"",
        "$1\"" + EVIL.replace("\\", "\\\\") + "\"");
  }
}

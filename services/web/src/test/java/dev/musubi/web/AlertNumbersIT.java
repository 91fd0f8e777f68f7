package dev.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many alerts a need brings: said while it is chosen, and what came without one. */
class AlertNumbersIT {
  @RegisterExtension static final RunningWeb WEB = RunningWeb.shared();

  private static final String NEED = "/api/v1/needs/" + Sample.NEED;

  @Test
  void without_javascript_the_button_says_the_number_and_keeps_what_was_typed() {
    WEB.services()
        .reply(
            "POST /api/v1/search/alert-preview",
            200,
            "{\"budgetPerWeek\":7,\"alerts\":23,\"weeks\":[5,6,6,6],\"arrivals\":812}");
    try (Visit visit = WEB.visit().reading("en").signedIn()) {
      HttpResponse<String> answer =
          visit.post(
              "/needs/new",
              "/needs/alert-preview",
              Map.of("title", "Sort plastics", "text", "black ones too", "budgetPerWeek", "７"));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .contains("about 23 alerts in the last four weeks, of 812 patents")
          .contains("action=\"/needs/new\"")
          .contains("value=\"Sort plastics\"");
      assertThat(WEB.services().last("POST", "/api/v1/search/alert-preview").text())
          .contains("\"budgetPerWeek\":7")
          .contains("Sort plastics\\nblack ones too");
    }
  }

  @Test
  void a_need_that_is_changed_is_asked_about_by_its_real_matches() {
    WEB.services()
        .reply(
            "GET " + NEED + "/alert-preview",
            200,
            "{\"budgetPerWeek\":3,\"alerts\":0,\"weeks\":[0,0,0,0],\"arrivals\":40}");
    try (Visit visit = WEB.visit().reading("ja").signedIn()) {
      String edit = "/needs/" + Sample.NEED + "/edit";
      String body =
          visit
              .post(
                  edit,
                  "/needs/alert-preview",
                  Map.of("need", Sample.NEED, "etag", "\"4\"", "budgetPerWeek", "3"))
              .body();
      assertThat(body)
          .contains("この4週間のお知らせは0件でした（新しく公開された特許は40件です）。")
          .contains("action=\"" + edit + "\"")
          .contains("value=\"&quot;4&quot;\"");
    }
  }

  @Test
  void a_number_that_is_none_is_said_and_nobody_is_asked() {
    try (Visit visit = WEB.visit().reading("en").signedIn()) {
      String body =
          visit
              .post(
                  "/needs/new",
                  "/needs/alert-preview",
                  Map.of("text", "x", "budgetPerWeek", "many"))
              .body();
      assertThat(body).contains("Enter a whole number from 0 to 100.");
    }
  }

  @Test
  void the_need_says_how_many_came_without_an_alert_and_shows_them() {
    WEB.services()
        .reply(
            "GET " + NEED + "/matches",
            200,
            "{\"items\":[],\"next\":null,\"total\":12,\"unalerted\":4,\"matchedVersion\":1}");
    try (Visit visit = WEB.visit().reading("en").signedIn()) {
      String page = visit.get("/needs/" + Sample.NEED).body();
      assertThat(page)
          .contains("4 of them came without an alert")
          .contains("href=\"/needs/" + Sample.NEED + "?quiet=\"");
      String quiet = visit.get("/needs/" + Sample.NEED + "?quiet=").body();
      assertThat(quiet).contains("Came without an alert").contains("Show all that fits");
    }
  }
}

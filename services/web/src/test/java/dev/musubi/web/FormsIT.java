package dev.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people are told when a form cannot be taken, and what is sent when it can. */
class FormsIT {
  @RegisterExtension static final RunningWeb WEB = RunningWeb.shared();

  private static final String NEED = "/api/v1/needs/" + Sample.NEED;
  private static final String LISTING = "/api/v1/listings/" + Sample.DRAFT;

  @Test
  void a_wrong_form_is_summed_up_above_and_every_sentence_leads_to_its_field() {
    WEB.services()
        .reply(
            "POST /api/v1/needs",
            422,
            problem("/title", "required", "必須です。", "/alerts/budgetPerWeek", "100以下にしてください。"));
    try (Visit visit = WEB.visit().reading("ja").signedIn()) {
      HttpResponse<String> answer =
          visit.post("/needs/new", "/needs/new", Map.of("budgetPerWeek", "9999"));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body())
          .contains("<title>エラー：")
          .contains("<a href=\"#title\">「ひとことで言うと」を入力してください。</a>")
          .contains("1週間に受け取りたいお知らせの数：100以下にしてください。")
          .contains("value=\"9999\"");
      List<String> ids = PagesIT.found(answer.body(), "\\sid=\"([^\"]+)\"");
      assertThat(PagesIT.found(answer.body(), "href=\"#([^\"]+)\"")).allMatch(ids::contains);
    }
  }

  @Test
  void in_english_the_same_form_speaks_english() {
    WEB.services()
        .reply("POST /api/v1/needs", 422, problem("/title", "required", "x", "/text", "too long"));
    try (Visit visit = WEB.visit().reading("en").signedIn()) {
      String body = visit.post("/needs/new", "/needs/new", Map.of("title", "")).body();
      assertThat(body)
          .contains("<title>Error: ")
          .contains("Please check 2 things")
          .contains(">Enter “In a line”.</a>");
    }
  }

  @Test
  void a_need_is_offered_the_clues_of_its_text_and_keeps_what_was_typed() {
    try (Visit visit = WEB.visit().reading("ja").signedIn()) {
      Map<String, String> typed =
          Map.of("title", "騒音を抑えたい", "text", "病院用ベッドのきしみ音を減らす樹脂を探しています。", "product", "寝台");
      HttpResponse<String> page = visit.post("/needs/new", "/needs/new/clues", typed);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("<html")
          .contains("value=\"騒音を抑える、病院用ベッドのきしみ音を減らす\"")
          .contains("value=\"寝台\"")
          .contains("空いている欄に、文から機械が取り出した言葉を入れました");
      HttpResponse<String> part =
          visit.sending("HX-Request", "true").post("/needs/new", "/needs/new/clues", typed);
      assertThat(part.body()).contains("id=\"clues\"").doesNotContain("<html");
    }
  }

  @Test
  void a_text_without_clues_is_told_so() {
    try (Visit visit = WEB.visit().reading("en").signedIn()) {
      String body =
          visit.post("/needs/new", "/needs/new/clues", Map.of("title", "", "text", "")).body();
      assertThat(body).contains("No clues were found in the text.");
    }
  }

  @Test
  void an_office_is_offered_the_elements_of_a_listing_and_sends_what_it_made_of_them() {
    String form = "/office/listings/" + Sample.DRAFT + "/edit";
    WEB.services().reply("PATCH " + LISTING, 200, "{\"id\":\"" + Sample.DRAFT + "\"}");
    try (Visit visit = WEB.visit().reading("en").signedIn()) {
      Map<String, String> typed =
          Map.of(
              "en.title", "Coating that reduces wear of bearings", "ja.title", "軸受", "lang", "en");
      assertThat(visit.post(form, form + "/elements", typed).body())
          .contains("value=\"reduce wear of bearings\"");
      visit.post(form, form, Map.of("ja.title", "軸受", "ja.efficacy", "摩耗を減らす、長寿命"));
      assertThat(WEB.services().last("PATCH", LISTING).text())
          .contains("\"efficacy\":[\"摩耗を減らす\",\"長寿命\"]");
      visit.post(form, form, Map.of("ja.title", "軸受", "ja.efficacy", ""));
      assertThat(WEB.services().last("PATCH", LISTING).text()).doesNotContain("\"elements\"");
    }
  }

  @Test
  void a_need_emptied_of_its_years_tells_the_service_so() {
    WEB.services().reply("PATCH " + NEED, 200, "{\"id\":\"" + Sample.NEED + "\"}");
    try (Visit visit = WEB.visit().signedIn()) {
      visit.post(
          "/needs/" + Sample.NEED + "/edit",
          "/needs/" + Sample.NEED + "/edit",
          Map.of("title", "t", "text", "x", "remainingYearsMin", ""));
      assertThat(WEB.services().last("PATCH", NEED).text()).contains("\"remainingYearsMin\":null");
    }
  }

  @Test
  void a_listing_changed_in_the_form_keeps_what_the_form_does_not_show() {
    WEB.services().reply("PATCH " + LISTING, 200, "{\"id\":\"" + Sample.DRAFT + "\"}");
    try (Visit visit = WEB.visit().signedIn()) {
      visit.post(
          "/office/listings/" + Sample.DRAFT + "/edit",
          "/office/listings/" + Sample.DRAFT + "/edit",
          Map.of("ja.title", "題名", "right.kind", "PATENT", "right.filedOn", "2020,１,27"));
      assertThat(WEB.services().last("PATCH", LISTING).text())
          .contains("\"filedOn\":\"2020-01-27\"")
          .contains("inventionTitle");
    }
  }

  @Test
  void a_refused_publication_is_told_once_and_the_office_stays_signed_in() {
    WEB.services()
        .reply(
            "POST " + LISTING + "/publish",
            409,
            problem("/owners/1", "CONSENT_MISSING", "見本電機の同意", "/rights", "権利の番号"));
    String page = "/office/listings/" + Sample.DRAFT;
    try (Visit visit = WEB.visit().signedIn()) {
      HttpResponse<String> told = visit.post(page, page + "/publish", Map.of("etag", "\"1\""));
      assertThat(told.statusCode()).isEqualTo(200);
      assertThat(told.body()).contains("見本電機の同意", "権利の番号");
      HttpResponse<String> later = visit.get(page);
      assertThat(later.statusCode()).isEqualTo(200);
      assertThat(later.body()).doesNotContain("見本電機の同意");
    }
  }

  @Test
  void a_draft_that_matching_does_not_know_is_not_called_away() {
    WEB.services()
        .reply("GET /api/v1/listings/" + Sample.DRAFT + "/matches", 404, "{\"status\":404}");
    try (Visit visit = WEB.visit().signedIn()) {
      HttpResponse<String> page = visit.get("/office/listings/" + Sample.DRAFT);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).doesNotContain("note-away");
    }
  }

  @Test
  void a_link_of_a_mail_prepares_an_answer_and_only_the_button_gives_it() {
    String feedback = "/api/v1/matches/" + Sample.MATCH + "/feedback";
    WEB.services().reply("POST " + feedback, 200, "{}");
    String page =
        "/needs/" + Sample.NEED + "?match=" + Sample.MATCH + "&answer=NO&reason=TOO_EARLY";
    try (Visit visit = WEB.visit().reading("ja").signedIn()) {
      assertThat(visit.get(page).body()).contains("この答えを送る").contains("まだ早い段階");
      assertThat(WEB.services().asked()).noneMatch(asked -> asked.path().equals(feedback));
      visit.post(
          page,
          "/needs/" + Sample.NEED + "/matches/" + Sample.MATCH + "/feedback",
          Map.of("answer", "NO", "reason", "TOO_EARLY"));
      assertThat(WEB.services().last("POST", feedback).text()).contains("TOO_EARLY");
    }
  }

  @Test
  void an_answer_that_nobody_offers_is_not_prepared() {
    try (Visit visit = WEB.visit().reading("ja").signedIn()) {
      String page = "/needs/" + Sample.NEED + "?match=" + Sample.MATCH + "&answer=<b>";
      assertThat(visit.get(page.replace("<b>", "%3Cb%3E")).body()).doesNotContain("この答えを送る");
    }
  }

  @Test
  void a_page_tells_of_what_was_done_once_it_was_done() {
    try (Visit visit = WEB.visit().reading("ja").signedIn()) {
      String page = "/needs/" + Sample.NEED;
      assertThat(visit.get(page).body()).doesNotContain("いったん止めました", "変更しました");
      assertThat(visit.get(page + "?paused").body()).contains("いったん止めました").doesNotContain("変更しました");
    }
  }

  @Test
  void who_only_seeks_is_told_that_the_office_is_for_others() {
    WEB.services().signIn().organisationKind("SEEKER");
    try (Visit visit = WEB.visit().reading("ja").signedIn()) {
      HttpResponse<String> answer = visit.get("/office");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("知財オフィスは").contains("ログアウト");
    }
  }

  private static String problem(
      String first, String firstCode, String firstMessage, String second, String secondMessage) {
    return """
    {"type":"urn:musubi:problem:invalid-input","title":"t","status":422,"detail":"d","errors":[
      {"field":"%s","code":"%s","message":"%s"},{"field":"%s","code":"max","message":"%s"}]}
    """
        .formatted(first, firstCode, firstMessage, second, secondMessage);
  }
}

package dev.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every page, in both languages. */
class PagesIT {
  @RegisterExtension static final RunningWeb WEB = RunningWeb.shared();

  private static final Map<String, HttpResponse<String>> SEEN = new ConcurrentHashMap<>();
  private static final List<String> PUBLIC =
      List.of(
          "/",
          "/search",
          "/search?q=%E6%8E%92%E6%B0%B4&licence=NON_EXCLUSIVE&ipc=C02F&years=5",
          "/listings/" + Sample.LISTING,
          "/digest",
          "/digest/sent",
          "/c/a-token",
          "/u/a-token",
          "/about",
          "/landscape",
          "/accessibility",
          "/no-such-page",
          "/sign-in/failed");
  private static final List<String> MEMBERS =
      List.of(
          "/needs",
          "/needs/new",
          "/needs/" + Sample.NEED,
          "/needs/" + Sample.NEED + "/edit",
          "/alerts",
          "/office",
          "/office/listings/" + Sample.DRAFT,
          "/office/listings/" + Sample.DRAFT + "/edit",
          "/office/listings/new",
          "/office/imports");

  static Stream<Arguments> pages() {
    List<Arguments> all = new ArrayList<>();
    for (String language : List.of("ja", "en")) {
      PUBLIC.forEach(page -> all.add(Arguments.of(language, page, false)));
      MEMBERS.forEach(page -> all.add(Arguments.of(language, page, true)));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_page_says_its_language_its_name_and_one_heading(
      String language, String page, boolean member) {
    String html = seen(language, page, member).body();
    assertThat(html).contains("<html lang=\"" + language + "\">");
    assertThat(found(html, "<h1[ >]")).hasSize(1);
    assertThat(found(html, "<title>(.*?)</title>").getFirst()).matches(".+(｜|\\|) ?Musubi.*");
    assertThat(html).doesNotContain("??");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void no_page_needs_an_exception_from_the_content_policy(
      String language, String page, boolean member) {
    HttpResponse<String> answer = seen(language, page, member);
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy -> assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe"));
    assertThat(found(answer.body(), "<script(?![^>]* src=)[^>]*>")).isEmpty();
    assertThat(found(answer.body(), "<style")).isEmpty();
    assertThat(found(answer.body(), "<[^>]*\\s(style|on[a-z]+)=")).isEmpty();
    assertThat(found(answer.body(), "javascript:")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_id_is_there_once_and_every_reference_within_a_page_has_its_goal(
      String language, String page, boolean member) {
    String html = seen(language, page, member).body();
    List<String> ids = found(html, "\\sid=\"([^\"]+)\"");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(found(html, "\\sfor=\"([^\"]+)\"")).allMatch(ids::contains);
    assertThat(found(html, "href=\"#([^\"]+)\"")).allMatch(ids::contains);
    assertThat(words(found(html, "aria-describedby=\"([^\"]+)\""))).allMatch(ids::contains);
    assertThat(words(found(html, "aria-labelledby=\"([^\"]+)\""))).allMatch(ids::contains);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_form_that_changes_something_carries_a_token(
      String language, String page, boolean member) {
    String html = seen(language, page, member).body();
    assertThat(found(html, "(?s)<form[^>]*method=\"post\".*?</form>"))
        .allSatisfy(form -> assertThat(form).contains("name=\"_csrf\""));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void the_other_language_shows_the_same_page(String language, String page, boolean member) {
    String html = seen(language, page, member).body();
    String other = language.equals("ja") ? "en" : "ja";
    String target =
        found(html, "class=\"language\"[^>]*href=\"([^\"]+)\"").getFirst().replace("&amp;", "&");
    assertThat(target.replaceFirst("[?&]lang=" + other + "$", "")).isEqualTo(page);
  }

  @Test
  void a_choice_of_language_is_kept() {
    try (Visit visit = WEB.visit().reading("ja")) {
      assertThat(visit.get("/about").body()).contains("<html lang=\"ja\">");
      assertThat(visit.get("/about?lang=en").body()).contains("<html lang=\"en\">");
      assertThat(visit.get("/search").body()).contains("<html lang=\"en\">");
    }
  }

  @Test
  void a_form_without_its_token_changes_nothing() {
    try (Visit visit = WEB.visit().signedIn()) {
      for (String path :
          List.of("/needs/new", "/digest", "/office/listings/new", "/start-need", "/sign-out")) {
        assertThat(visit.post(path, Map.of("text", "x")).statusCode()).as(path).isEqualTo(403);
      }
      assertThat(WEB.services().asked())
          .noneMatch(asked -> asked.method().equals("POST") && asked.path().startsWith("/api/"));
    }
  }

  /** Each page is asked for once; several tests look at it. */
  private static HttpResponse<String> seen(String language, String page, boolean member) {
    return SEEN.computeIfAbsent(
        language + page,
        key -> {
          try (Visit visit = WEB.visit().reading(language)) {
            return (member ? visit.signedIn() : visit).get(page);
          }
        });
  }

  static List<String> found(String html, String pattern) {
    return Pattern.compile(pattern).matcher(html).results().map(PagesIT::inner).toList();
  }

  private static String inner(MatchResult match) {
    return match.groupCount() > 0 && match.group(1) != null ? match.group(1) : match.group();
  }

  private static List<String> words(List<String> lists) {
    return lists.stream().flatMap(list -> Stream.of(list.strip().split("\\s+"))).toList();
  }
}

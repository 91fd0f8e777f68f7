package dev.musubi.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;

@SpringBootTest(
    classes = SampleApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "musubi.http.max-body=20KB")
class ConventionsTest {
  private static final String ID = "/api/v1/samples/0198c0de-0000-7000-8000-000000000001";
  private final Environment environment;
  private Http http = new Http(0);

  ConventionsTest(@org.springframework.beans.factory.annotation.Autowired Environment environment) {
    this.environment = environment;
  }

  @BeforeEach
  void connect() {
    http = new Http(Integer.parseInt(environment.getRequiredProperty("local.server.port")));
  }

  /** A body is never unpacked, so a small one cannot become a large one. */
  @Test
  void a_packed_body_is_refused_and_not_unpacked() throws Exception {
    var packed = new java.io.ByteArrayOutputStream();
    try (var out = new java.util.zip.GZIPOutputStream(packed)) {
      for (int i = 0; i < 50; i++) {
        out.write(new byte[1_000_000]);
      }
    }
    Http.Answer answer =
        http.sendBytes("POST", "/api/v1/samples", packed.toByteArray(), "Content-Encoding", "gzip");
    assertThat(answer.status()).isIn(400, 413, 415);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void every_wrong_field_is_told_at_once() {
    Http.Answer answer =
        http.send(
            "POST",
            "/api/v1/samples",
            """
            {"title": 7, "owner": "nobody", "code": "toolong", "colour": "red",
             "tags": ["a", null, 5, "b\\u0000c"],
             "offers": [{"kind": "GIFT", "rate": "3", "from": "soon", "free": "yes"},
                        {"rate": 0, "free": true, "more": {}},
                        {"kind": "SALE"}]}
            """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("type").asString()).isEqualTo("urn:musubi:problem:invalid-input");
    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "/title:type",
            "/owner:format",
            "/code:value",
            "/colour:unknown",
            "/tags/1:required",
            "/tags/2:type",
            "/tags/3:characters",
            "/offers/0/kind:value",
            "/offers/0/rate:type",
            "/offers/0/from:format",
            "/offers/0/free:type",
            "/offers/1/kind:required",
            "/offers/1/rate:range",
            "/offers/1/more:unknown",
            "/offers/2/free:required");
  }

  @Test
  void choices_are_listed() {
    Http.Answer answer =
        http.send(
            "POST",
            "/api/v1/samples",
            "{\"title\":\"x\",\"offers\":[{\"kind\":\"GIFT\",\"free\":true}]}",
            "Accept-Language",
            "en-GB");
    assertThat(answer.json().at("/errors/0/message").asString())
        .isEqualTo("must be one of: LICENCE, SALE.");
  }

  @Test
  void good_input_comes_through_with_the_languages_of_the_world() {
    Http.Answer answer =
        http.send("POST", "/api/v1/samples", "{\"title\":\"廃プラ😀 é\",\"tags\":[\"\"]}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("title").asString()).isEqualTo("廃プラ😀 é");
  }

  @Test
  void texts_are_japanese_unless_english_is_asked_for() {
    assertThat(title("fr-FR")).isEqualTo("入力内容に直す必要のある項目があります");
    assertThat(title("ja")).isEqualTo("入力内容に直す必要のある項目があります");
    assertThat(title("en-US,en;q=0.8")).isEqualTo("Some fields cannot be accepted");
  }

  private String title(String language) {
    return http.send("POST", "/api/v1/samples", "{}", "Accept-Language", language)
        .json()
        .path("title")
        .asString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{",
        "''",
        "{\"title\":\"a\",\"title\":\"b\"}",
        "{\"title\":\"a\"} x",
        "{'title':'a'}",
        "{\"title\":\"a\tb\"}",
      })
  void what_is_no_json_is_malformed(String body) {
    Http.Answer answer = http.send("POST", "/api/v1/samples", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("type").asString()).isEqualTo("urn:musubi:problem:malformed");
  }

  @ParameterizedTest
  @CsvSource({"null", "[]", "7", "\"x\""})
  void json_of_another_kind_is_invalid_input(String body) {
    Http.Answer answer = http.send("POST", "/api/v1/samples", body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.errors()).hasSize(1);
  }

  @Test
  void half_a_character_is_rejected() {
    Http.Answer answer = http.send("POST", "/api/v1/samples", "{\"title\":\"a\\ud800\"}");
    assertThat(answer.errors()).containsExactly("/title:characters");
  }

  @Test
  void deep_and_large_bodies_are_refused() {
    assertThat(http.send("POST", "/api/v1/samples", "[".repeat(2000)).status()).isEqualTo(400);
    assertThat(
            http.send("POST", "/api/v1/samples", "{\"title\":\"" + "x".repeat(30_000) + "\"}")
                .status())
        .isEqualTo(413);
  }

  @Test
  void merge_patch_changes_what_it_names_and_clears_nulls() {
    Http.Answer answer =
        http.send(
            "PATCH",
            ID,
            "{\"title\":\"new\",\"tags\":null}",
            "If-Match",
            "\"7\"",
            "Content-Type",
            "application/merge-patch+json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("title").asString()).isEqualTo("new");
    assertThat(answer.json().path("tags").isNull()).isTrue();
    assertThat(answer.json().at("/offers/0/kind").asString()).isEqualTo("SALE");
  }

  @Test
  void changes_need_the_version_that_was_read() {
    assertThat(http.send("PATCH", ID, "{}").status()).isEqualTo(428);
    Http.Answer conflict = http.send("PATCH", ID, "{}", "If-Match", "\"6\"");
    assertThat(conflict.status()).isEqualTo(412);
    assertThat(conflict.json().path("currentVersion").asLong()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/v1/nothing,404,not-found",
    "PUT,/api/v1/samples,405,method-not-allowed",
    "GET,/api/v1/samples/no-uuid,400,invalid-parameter",
    "GET,/api/v1/samples?kind=GIFT,400,invalid-parameter",
    "GET,/api/v1/samples?limit=0,400,invalid-parameter",
    "GET,/api/v1/samples?limit=x,400,invalid-parameter",
    "GET,/api/v1/samples?cursor=*,400,invalid-parameter",
    "GET,/api/v1/search,400,invalid-parameter",
    "GET,/api/v1/broken,500,internal",
    "DELETE,/api/v1/samples/0198c0de-0000-7000-8000-000000000001,409,sample-in-use",
    "GET,/api/v1/samples/0198c0de-0000-7000-8000-000000000001,404,not-found",
    "GET,/error,404,not-found",
  })
  void every_error_is_a_problem_without_inner_things(
      String method, String path, int status, String type) {
    for (String accept : new String[] {"application/json", "text/plain", "*/*"}) {
      Http.Answer answer = http.send(method, path, "", "Accept", accept);
      if (answer.status() == 406) {
        continue;
      }
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.json().path("type").asString()).isEqualTo("urn:musubi:problem:" + type);
      assertThat(answer.json().path("detail").asString()).isNotBlank();
      assertThat(answer.response().body())
          .doesNotContain("Exception", "dev.musubi", "org.spring", "secret", "trace");
    }
  }

  @Test
  void media_types_that_are_not_taken_are_told() {
    Http.Answer posted = http.send("POST", "/api/v1/samples", "<a/>", "Content-Type", "text/xml");
    assertThat(posted.status()).isEqualTo(415);
    assertThat(posted.json().path("type").asString())
        .isEqualTo("urn:musubi:problem:unsupported-media-type");
    Http.Answer asked = http.send("GET", ID, "", "Accept", "image/png");
    assertThat(asked.status()).isEqualTo(406);
    assertThat(asked.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/v1/samples,multipart/form-data,''",
    "POST,/api/v1/samples,multipart/form-data,''",
    "POST,/api/v1/samples,multipart/form-data; boundary=edge,'--edge\r\nContent-Dispos'",
  })
  void a_form_that_no_one_can_take_apart_is_the_fault_of_who_sent_it(
      String method, String path, String type, String body) {
    Http.Answer answer = http.send(method, path, body, "Content-Type", type);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("type").asString()).isEqualTo("urn:musubi:problem:bad-request");
    Http.Answer page =
        http.send(method, "/page", body, "Content-Type", type, "Accept", "text/html");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.response().body()).isNotBlank();
  }

  @Test
  void pages_lead_to_the_next() {
    Http.Answer answer = http.send("GET", "/api/v1/samples?limit=2", "");
    assertThat(answer.json().path("items").size()).isEqualTo(2);
    assertThat(Cursor.decode(answer.json().path("next").asString()).text(0)).isEqualTo("2");
  }

  @Test
  void the_api_document_shows_bodies_headers_paging_and_problems() {
    var api = http.send("GET", "/v3/api-docs", "").json();
    var post = api.at("/paths/~1api~1v1~1samples/post");
    assertThat(post.at("/requestBody/content/application~1json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/Input");
    assertThat(api.at("/components/schemas/Input/properties/offers/type").asString())
        .isEqualTo("array");
    assertThat(post.at("/parameters/0/name").asString()).isEqualTo("Idempotency-Key");
    assertThat(post.at("/responses/4XX/content/application~1problem+json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/Problem");
    var patch = api.at("/paths/~1api~1v1~1samples~1{id}/patch");
    assertThat(
            patch.at("/requestBody/content/application~1merge-patch+json/schema/$ref").asString())
        .isEqualTo("#/components/schemas/Input");
    assertThat(patch.at("/parameters").valueStream().map(p -> p.path("name").asString()))
        .contains("If-Match", "id");
    var list = api.at("/paths/~1api~1v1~1samples/get/parameters");
    assertThat(list.valueStream().map(p -> p.path("name").asString()))
        .contains("cursor", "limit", "kind")
        .doesNotContain("page");
  }
}

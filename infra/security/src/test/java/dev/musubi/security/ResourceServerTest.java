package dev.musubi.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.musubi.model.MemberRole;
import dev.musubi.model.OrganisationKind;
import dev.musubi.testkit.identity.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

class ResourceServerTest {
  private static final TestIssuer ISSUER = TestIssuer.start();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static @Nullable ConfigurableApplicationContext context;
  private static String url = "";

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Things.class)
  static class Service {
    @Bean
    PublicEndpoints open() {
      return door -> door.get("/api/v1/open/**").post("/api/v1/open-form");
    }
  }

  @RestController
  static class Things {
    @GetMapping({"/api/v1/open/who", "/api/v1/who"})
    Map<String, Object> who(Caller caller) {
      return Map.of(
          "subject", caller.subject(),
          "organisation", String.valueOf(caller.organisation()),
          "kind", String.valueOf(caller.kind()),
          "role", String.valueOf(caller.role()),
          "anonymous", caller.isAnonymous());
    }

    @PostMapping({"/api/v1/who", "/api/v1/open-form", "/internal/things"})
    Map<String, Object> change(Caller caller) {
      return Map.of("service", caller.isService());
    }
  }

  @BeforeAll
  static void start() {
    ConfigurableApplicationContext started =
        new SpringApplicationBuilder(Service.class)
            .run(
                "--server.port=0",
                "--spring.application.name=things",
                "--MUSUBI_PUBLIC_URL=" + ISSUER.url(),
                "--MUSUBI_PROFILES_URL=" + ISSUER.url(),
                "--MUSUBI_SERVICE_SECRET=secret");
    url = "http://127.0.0.1:" + started.getEnvironment().getRequiredProperty("local.server.port");
    context = started;
  }

  @AfterAll
  static void stop() {
    if (context != null) {
      context.close();
    }
    ISSUER.close();
  }

  private static HttpResponse<String> send(
      String method, String path, @Nullable String token, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String member(String... scopes) {
    return ISSUER.token(UUID.randomUUID(), OrganisationKind.SEEKER, MemberRole.EDITOR, scopes);
  }

  @Test
  void closed_endpoint_without_a_token_is_a_problem_in_the_readers_language() throws Exception {
    HttpResponse<String> japanese = send("GET", "/api/v1/who", null);
    assertThat(japanese.statusCode()).isEqualTo(401);
    assertThat(japanese.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(japanese.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(japanese.body()).contains("ログインが必要です", "urn:musubi:problem:unauthorised");
    assertThat(send("GET", "/api/v1/who", null, "Accept-Language", "en").body())
        .contains("Please sign in");
  }

  @Test
  void open_endpoint_needs_no_token_and_knows_one() throws Exception {
    assertThat(send("GET", "/api/v1/open/who", null).body()).contains("\"anonymous\":true");
    assertThat(send("POST", "/api/v1/open-form", null).statusCode()).isEqualTo(200);
    assertThat(send("GET", "/api/v1/open/who", member()).body()).contains("SEEKER", "EDITOR");
  }

  @Test
  void headers_of_the_caller_are_not_trusted() throws Exception {
    HttpResponse<String> answer =
        send(
            "GET",
            "/api/v1/open/who",
            null,
            "X-Organisation",
            UUID.randomUUID().toString(),
            "X-Role",
            "ADMIN",
            "X-Forwarded-User",
            "root");
    assertThat(answer.body()).contains("\"organisation\":\"null\"", "\"anonymous\":true");
  }

  @Test
  void foreign_expired_and_forged_tokens_are_refused() throws Exception {
    try (TestIssuer other = TestIssuer.start()) {
      String foreign =
          other.token(UUID.randomUUID(), OrganisationKind.ADMINISTRATOR, MemberRole.ADMIN);
      assertThat(send("GET", "/api/v1/who", foreign).statusCode()).isEqualTo(401);
      String sameIssuer =
          other.mint(claims -> claims.issuer(ISSUER.url()).claim("scope", List.of("read")));
      assertThat(send("GET", "/api/v1/who", sameIssuer).statusCode()).isEqualTo(401);
    }
    String otherIssuer =
        ISSUER.mint(claims -> claims.issuer("http://x").claim("scope", List.of("read")));
    assertThat(send("GET", "/api/v1/who", otherIssuer).statusCode()).isEqualTo(401);
    String expired =
        ISSUER.mint(
            claims ->
                claims
                    .expirationTime(Date.from(Instant.now().minusSeconds(120)))
                    .claim("scope", List.of("read")));
    assertThat(send("GET", "/api/v1/who", expired).statusCode()).isEqualTo(401);
    assertThat(send("GET", "/api/v1/who", "not.a.token").statusCode()).isEqualTo(401);
    String unsigned = member().replaceAll("\\.[^.]*$", ".");
    assertThat(send("GET", "/api/v1/who", unsigned).statusCode()).isEqualTo(401);
  }

  @Test
  void flood_of_tokens_with_unknown_keys_is_refused_not_called_an_outage() throws Exception {
    try (TestIssuer other = TestIssuer.start()) {
      assertThat(send("GET", "/api/v1/who", member()).statusCode()).isEqualTo(200);
      for (int i = 0; i < 10; i++) {
        String foreign = other.token(UUID.randomUUID(), OrganisationKind.SEEKER, MemberRole.ADMIN);
        assertThat(send("GET", "/api/v1/who", foreign).statusCode()).isEqualTo(401);
      }
    }
  }

  @Test
  void scopes_open_reading_writing_and_inner_paths() throws Exception {
    assertThat(send("GET", "/api/v1/who", member("read")).statusCode()).isEqualTo(200);
    assertThat(send("POST", "/api/v1/who", member("read")).statusCode()).isEqualTo(403);
    assertThat(send("POST", "/api/v1/who", member("write")).statusCode()).isEqualTo(200);
    assertThat(send("GET", "/api/v1/who", member("openid")).statusCode()).isEqualTo(403);
    assertThat(send("POST", "/internal/things", member()).statusCode()).isEqualTo(403);
    assertThat(send("POST", "/internal/things", null).statusCode()).isEqualTo(401);
    assertThat(send("POST", "/internal/things", ISSUER.serviceToken("web")).statusCode())
        .isEqualTo(200);
    assertThat(send("POST", "/internal/things", ISSUER.operatorToken()).statusCode())
        .isEqualTo(200);
    assertThat(send("POST", "/api/v1/who", member("read")).body()).contains("許可されていません");
  }

  @Test
  void answers_carry_the_headers_of_a_careful_api() throws Exception {
    HttpResponse<String> answer = send("GET", "/api/v1/who", member());
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void keys_are_asked_for_once_for_many_tokens() throws Exception {
    send("GET", "/api/v1/who", member());
    int before = ISSUER.keyRequests();
    for (int i = 0; i < 20; i++) {
      assertThat(send("GET", "/api/v1/who", member()).statusCode()).isEqualTo(200);
    }
    assertThat(ISSUER.keyRequests()).isEqualTo(before);
  }

  @Test
  void service_calls_another_with_its_own_token() throws Exception {
    if (context == null) {
      throw new IllegalStateException("not started");
    }
    RestClient client = context.getBean("serviceRestClient", RestClient.class);
    int before = ISSUER.tokenRequests();
    for (int i = 0; i < 3; i++) {
      assertThat(client.post().uri(url + "/internal/things").retrieve().body(String.class))
          .contains("\"service\":true");
    }
    assertThat(ISSUER.tokenRequests()).isEqualTo(before + 1);
  }
}

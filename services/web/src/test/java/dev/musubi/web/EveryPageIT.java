package dev.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Every page of the running application, asked by strangers and by people who mean harm. */
class EveryPageIT {
  @RegisterExtension static final RunningWeb WEB = RunningWeb.shared();

  /** What a stranger may open. A page that is missing here must be closed. */
  private static final Set<String> OPEN =
      Set.of(
          "/",
          "/search",
          "/landscape",
          "/listings/{id}",
          "/start-need",
          "/digest",
          "/digest/sent",
          "/c/{token}",
          "/u/{token}",
          "/about",
          "/accessibility",
          "/api/docs",
          "/sign-in/failed",
          "/error");

  /** Requests without a cookie: the token in the path is the proof (RFC 8058). */
  private static final Set<String> BY_TOKEN = Set.of("/c/{token}", "/u/{token}");

  private static final String ID = Sample.LISTING;

  /** Already encoded for an address or a form. */
  private static final List<String> HOSTILE =
      List.of(
          "%00",
          "%ED%A0%80",
          "%FF%FE",
          "-1",
          "99999999999999999999",
          "NaN",
          "%27%20OR%201%3D1--",
          "%F0%9F%98%80",
          "%E3%80%80",
          "%E2%80%AE%E7%B5%90",
          "..%252F..%252Fetc",
          "$%7B7*7%7D",
          "%25s%25n",
          "a".repeat(5_000));

  /** A page, how it is asked, and what it reads. */
  record Page(String method, String pattern, HandlerMethod handler) {
    /** The address with this in place of every variable. */
    String with(String value) {
      return pattern.replaceAll("\\{[^}]+}", value.replace("$", "\\$"));
    }

    boolean hasVariable() {
      return pattern.contains("{");
    }

    /** Names of the fields that it reads from the query or the form. */
    Stream<String> fields() {
      return Arrays.stream(handler.getMethodParameters()).flatMap(Page::fields);
    }

    private static Stream<String> fields(MethodParameter parameter) {
      if (parameter.hasParameterAnnotation(RequestParam.class)) {
        return Stream.of(parameter.getParameter().getName());
      }
      Class<?> type = parameter.getParameterType();
      return parameter.hasParameterAnnotation(ModelAttribute.class) && type.isRecord()
          ? Arrays.stream(type.getRecordComponents()).map(it -> it.getName())
          : Stream.empty();
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  static Stream<Arguments> pages() {
    return WEB.pages().entrySet().stream()
        .flatMap(
            entry ->
                entry.getKey().getPatternValues().stream()
                    .flatMap(
                        pattern ->
                            entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(it -> new Page(it.name(), pattern, entry.getValue()))))
        .filter(page -> !page.pattern().endsWith("/stream"))
        .map(Arguments::of);
  }

  @Test
  void pages_are_found() {
    assertThat(pages()).hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_stranger_sees_the_open_pages_and_the_login_instead_of_any_other(Page page) {
    int status = ask(page, page.with(ID), "");
    if (page.method().equals("POST")) {
      assertThat(status).isEqualTo(BY_TOKEN.contains(page.pattern()) ? 200 : 403);
    } else if (OPEN.contains(page.pattern())) {
      assertThat(status).isNotEqualTo(302).isLessThan(500);
    } else {
      assertThat(status).isEqualTo(302);
      assertThat(WEB.services().asked()).describedAs("nothing was looked up").isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_form_without_its_token_changes_nothing(Page page) {
    if (page.method().equals("POST") && !BY_TOKEN.contains(page.pattern())) {
      try (Visit visit = WEB.visit().signedIn()) {
        WEB.services().asked().clear();
        assertThat(visit.post(page.with(ID), Map.of("x", "y")).statusCode()).isEqualTo(403);
        assertThat(WEB.services().asked()).noneMatch(asked -> !asked.method().equals("GET"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void no_value_of_any_field_breaks_a_page(Page page) {
    try (Visit visit = WEB.visit().signedIn()) {
      String token = Visit.token(visit.get("/digest").body());
      for (String value : HOSTILE) {
        assertThat(answer(visit, page, token, value)).as(value).isLessThan(500);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void a_form_that_no_one_can_take_apart_is_told_of_on_a_page(String language) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(WEB.address() + "/digest"))
            .header("Content-Type", "multipart/form-data")
            .header("Accept", "text/html")
            .header("Accept-Language", language)
            .POST(BodyPublishers.ofString("x"))
            .build();
    HttpResponse<String> told = send(request, BodyHandlers.ofString());
    assertThat(told.statusCode()).isEqualTo(400);
    assertThat(told.body()).contains("<html lang=\"" + language + "\"", "<main");
  }

  private static int answer(Visit visit, Page page, String token, String value) {
    String path = page.hasVariable() && value.length() < 100 ? page.with(value) : page.with(ID);
    Map<String, String> fields = new LinkedHashMap<>();
    page.fields().forEach(field -> fields.put(field, value));
    if (page.method().equals("POST")) {
      fields.put("_csrf", token);
      return visit.postEncoded(path, fields).statusCode();
    }
    String query =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + shortened(field.getValue()))
            .reduce("", (one, other) -> one.isEmpty() ? other : one + "&" + other);
    return visit.get(query.isEmpty() ? path : path + "?" + query).statusCode();
  }

  /** So many fields fit into one address. */
  private static String shortened(String value) {
    return value.length() > 500 ? value.substring(0, 500) : value;
  }

  private static int ask(Page page, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(WEB.address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(page.method(), BodyPublishers.ofString(body))
            .build();
    return send(request, BodyHandlers.discarding()).statusCode();
  }

  private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, handler);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }
}

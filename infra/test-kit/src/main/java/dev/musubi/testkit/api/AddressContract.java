package dev.musubi.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every endpoint that exists, with addresses, parameters and headers that cannot be. */
public interface AddressContract {
  List<String> NO_IDS =
      List.of("not-a-uuid", "%00", "..%5Cetc", "%F0%9F%90%A2", "0".repeat(300), "%ED%A0%80", "%20");
  List<String> NO_VALUES =
      List.of(
          "x", "", "%00", "-1", "99999999999999999999", "%F0%9F%90%A2", "%ED%A0%80", "%0d%0aX:");

  ApiUnderTest api();

  private ApiAnswer ask(Endpoint endpoint, String path, Map<String, String> headers) {
    boolean bodiless = endpoint.reads() || endpoint.takesFile();
    return api()
        .rightful(endpoint)
        .speaking("en")
        .send(endpoint.method(), path, bodiless ? null : api().body(endpoint), headers);
  }

  private static Map<String, String> usual() {
    return Map.of("If-Match", "\"1\"", "Idempotency-Key", UUID.randomUUID().toString());
  }

  @Test
  default void address_that_names_no_object_is_refused() {
    Judge judge = new Judge();
    for (Endpoint endpoint : api().endpoints()) {
      if (endpoint.isOfOne() && !endpoint.takesFile()) {
        for (String id : NO_IDS) {
          String path = endpoint.path().replaceAll("\\{[^}]+}", id);
          ApiAnswer answer = ask(endpoint, path, usual());
          if (api().isOpen(endpoint)) {
            judge.bears(endpoint, id, answer, "en"); // It may say politely that it knows none.
          } else {
            judge.refuses(endpoint, id, answer, "en");
          }
        }
      }
    }
    assertThat(judge.wrong()).isEmpty();
  }

  @Test
  default void parameters_of_the_query_break_nothing() {
    Judge judge = new Judge();
    for (Endpoint endpoint : api().endpoints()) {
      if (endpoint.streams()) {
        continue; // A stream that was opened is not answered in words.
      }
      for (String name : new Documented(api().openApi(), endpoint).parameters("query")) {
        for (String value : NO_VALUES) {
          String path = api().path(endpoint) + "?" + name + "=" + value;
          judge.bears(endpoint, name + "=" + value, ask(endpoint, path, usual()), "en");
        }
      }
    }
    assertThat(judge.wrong()).isEmpty();
  }

  @Test
  default void cursor_and_limit_that_cannot_be_are_named_at_once() {
    Judge judge = new Judge();
    for (Endpoint endpoint : api().endpoints()) {
      List<String> query = new Documented(api().openApi(), endpoint).parameters("query");
      if (query.containsAll(List.of("cursor", "limit"))) {
        for (String wrong :
            List.of("cursor=%21%21&limit=0", "limit=101&cursor=a", "cursor=é&limit=x")) {
          String path = api().path(endpoint) + "?" + wrong.replace("é", "%C3%A9");
          ApiAnswer answer = ask(endpoint, path, usual());
          judge.refuses(endpoint, wrong, answer, "en", 400);
          judge.names(endpoint, wrong, answer, List.of("cursor", "limit"));
        }
        ApiAnswer foreign = ask(endpoint, api().path(endpoint) + "?cursor=eHg", usual());
        judge.refuses(endpoint, "a foreign cursor", foreign, "en", 400);
      }
    }
    assertThat(judge.wrong()).isEmpty();
  }

  @Test
  default void headers_that_are_needed_are_asked_for() {
    Judge judge = new Judge();
    for (Endpoint endpoint : api().endpoints()) {
      if (endpoint.takesFile() || (endpoint.takesJson() && !api().knowsBody(endpoint))) {
        continue; // A body that is wrong itself would be told first.
      }
      List<String> names = new Documented(api().openApi(), endpoint).parameters("header");
      String path = api().path(endpoint);
      if (names.contains("If-Match")) {
        ApiAnswer missing = ask(endpoint, path, Map.of("Idempotency-Key", "k"));
        judge.refuses(endpoint, "no If-Match", missing, "en", 428);
        ApiAnswer odd = ask(endpoint, path, Map.of("If-Match", "rubbish"));
        judge.refuses(endpoint, "If-Match: rubbish", odd, "en", 412);
      }
      if (names.contains("Idempotency-Key")) {
        ApiAnswer missing = ask(endpoint, path, Map.of("If-Match", "\"1\""));
        judge.refuses(endpoint, "no Idempotency-Key", missing, "en", 400);
        Map<String, String> long300 = Map.of("Idempotency-Key", "k".repeat(300));
        judge.refuses(endpoint, "a long key", ask(endpoint, path, long300), "en", 400);
      }
    }
    assertThat(judge.wrong()).isEmpty();
  }

  @Test
  default void method_that_an_address_does_not_take_is_refused() {
    Judge judge = new Judge();
    Map<String, List<Endpoint>> byPath =
        api().endpoints().stream().collect(Collectors.groupingBy(Endpoint::path));
    byPath.forEach(
        (pattern, endpoints) -> {
          for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            Endpoint one = endpoints.getFirst();
            if (endpoints.stream().noneMatch(it -> it.method().equals(method))) {
              // Another pattern may take it: {id} stands for a fixed word as well.
              ApiAnswer answer =
                  api().rightful(one).speaking("en").send(method, api().path(one), "{}", usual());
              judge.refuses(one, "the method " + method, answer, "en");
            }
          }
        });
    assertThat(judge.wrong()).isEmpty();
  }

  @Test
  default void language_and_form_of_the_answer_that_cannot_be_break_nothing() {
    Judge judge = new Judge();
    for (Endpoint endpoint : api().endpoints()) {
      if (endpoint.reads()) {
        for (String accept : List.of("application/xml", "image/png", "nonsense", "*/*;q=x")) {
          ApiAnswer answer = ask(endpoint, api().path(endpoint), Map.of("Accept", accept));
          judge.bears(endpoint, "Accept: " + accept, answer, "en");
        }
        ApiAnswer odd =
            ask(endpoint, api().path(endpoint), Map.of("Accept-Language", "en;q=x,,*-*-*"));
        judge.bears(endpoint, "Accept-Language: nonsense", odd, odd.header("Content-Language"));
      }
    }
    assertThat(judge.wrong()).isEmpty();
  }
}

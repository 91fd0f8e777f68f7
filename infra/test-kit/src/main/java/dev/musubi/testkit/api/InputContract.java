package dev.musubi.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint that exists, with input that cannot be: it is refused by problem details (RFC
 * 9457) in the reader's language, that name every wrong field, and nothing breaks.
 */
public interface InputContract {
  List<String> LANGUAGES = List.of("ja", "en");

  Set<String> SET_BY_THE_SERVICE =
      Set.of(
          "id",
          "version",
          "state",
          "organisationId",
          "ownerId",
          "createdAt",
          "changedAt",
          "publishedAt",
          "sample",
          "verified",
          "score",
          "org_kind");

  ApiUnderTest api();

  private ApiClient caller(Endpoint endpoint, String language) {
    return api().rightful(endpoint).speaking(language);
  }

  private static Map<String, String> headers(String type, String version) {
    return Map.of(
        "Content-Type", type, "If-Match", version, "Idempotency-Key", UUID.randomUUID().toString());
  }

  private ApiAnswer send(Endpoint endpoint, String language, byte[] body, String type) {
    String path = api().path(endpoint);
    ApiClient caller = caller(endpoint, language);
    return caller.sendBytes(
        endpoint.method(), path, body, headers(type, api().version(endpoint, path, caller)));
  }

  private static String type(Endpoint endpoint) {
    return endpoint.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
  }

  @Test
  default void body_that_is_no_json_is_refused() {
    Judge judge = new Judge();
    for (Endpoint endpoint : api().endpoints()) {
      if (endpoint.takesJson()) {
        BadBodies.unreadable()
            .forEach(
                (input, body) ->
                    LANGUAGES.forEach(
                        language ->
                            judge.refuses(
                                endpoint,
                                input,
                                send(endpoint, language, body, type(endpoint)),
                                language,
                                400)));
      }
    }
    assertThat(judge.wrong()).isEmpty();
  }

  @Test
  default void body_of_another_shape_is_refused() {
    Judge judge = new Judge();
    for (Endpoint endpoint : api().endpoints()) {
      if (endpoint.takesJson()) {
        BadBodies.ofAnotherShape()
            .forEach(
                (input, body) ->
                    LANGUAGES.forEach(
                        language ->
                            judge.refuses(
                                endpoint,
                                input,
                                send(endpoint, language, body, type(endpoint)),
                                language,
                                422)));
      }
    }
    assertThat(judge.wrong()).isEmpty();
  }

  @Test
  default void body_of_another_media_type_is_refused() {
    Judge judge = new Judge();
    byte[] body = "<a/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (Endpoint endpoint : api().endpoints()) {
      if (endpoint.takesJson() || endpoint.takesFile()) {
        for (String type : List.of("text/plain", "application/xml", "nonsense", "")) {
          judge.refuses(endpoint, type, send(endpoint, "ja", body, type), "ja", 415);
        }
      }
    }
    assertThat(judge.wrong()).isEmpty();
  }

  @Test
  default void body_that_is_too_large_is_refused() {
    Judge judge = new Judge();
    byte[] body = BadBodies.tooLarge();
    for (Endpoint endpoint : api().endpoints()) {
      if (endpoint.takesJson()) {
        judge.refuses(endpoint, "2 MB", send(endpoint, "en", body, type(endpoint)), "en", 413);
      }
    }
    assertThat(judge.wrong()).isEmpty();
  }

  @Test
  default void every_field_of_a_wrong_type_is_named_at_once() {
    Judge judge = new Judge();
    for (Endpoint endpoint : api().endpoints()) {
      Map<String, String> fields = new Documented(api().openApi(), endpoint).fields();
      if (endpoint.takesJson() && !fields.isEmpty()) {
        byte[] body = BadBodies.ofWrongTypes(fields);
        List<String> pointers = fields.keySet().stream().map(name -> "/" + name).toList();
        for (String language : LANGUAGES) {
          ApiAnswer answer = send(endpoint, language, body, type(endpoint));
          judge.refuses(endpoint, "wrong types", answer, language, 422);
          judge.names(endpoint, "wrong types", answer, pointers);
        }
        ApiAnswer unknown = send(endpoint, "ja", BadBodies.unknown(), type(endpoint));
        judge.refuses(endpoint, "an unknown field", unknown, "ja", 422);
        judge.names(endpoint, "an unknown field", unknown, List.of("/surelyUnknown"));
      }
    }
    assertThat(judge.wrong()).isEmpty();
  }

  /** Mass assignment: what the service decides is not taken from who asks, and not passed over. */
  @Test
  default void fields_that_only_the_service_sets_are_named_and_refused() {
    Judge judge = new Judge();
    for (Endpoint endpoint : api().endpoints()) {
      if (endpoint.takesJson() && api().knowsBody(endpoint)) {
        Set<String> documented = new Documented(api().openApi(), endpoint).fields().keySet();
        Set<String> foreign = new TreeSet<>(SET_BY_THE_SERVICE);
        foreign.removeAll(documented);
        byte[] body = BadBodies.with(api().body(endpoint), foreign);
        ApiAnswer answer = send(endpoint, "ja", body, type(endpoint));
        judge.refuses(endpoint, "fields of the service", answer, "ja", 422);
        judge.names(
            endpoint,
            "fields of the service",
            answer,
            foreign.stream().map(name -> "/" + name).toList());
      }
    }
    assertThat(judge.wrong()).isEmpty();
  }

  @Test
  default void texts_that_nobody_writes_are_named_at_once_and_long_ones_break_nothing() {
    Judge judge = new Judge();
    for (Endpoint endpoint : api().endpoints()) {
      Set<String> texts = texts(endpoint);
      if (endpoint.takesJson() && !texts.isEmpty()) {
        List<String> pointers = texts.stream().map(name -> "/" + name).toList();
        for (String hostile : BadBodies.unwritable()) {
          ApiAnswer answer =
              send(endpoint, "en", BadBodies.withAll(texts, hostile), type(endpoint));
          judge.refuses(endpoint, hostile, answer, "en", 422);
          judge.names(endpoint, hostile, answer, pointers);
        }
        for (String name : texts) {
          for (String odd : BadBodies.odd()) {
            byte[] body = BadBodies.with(api().body(endpoint), name, odd);
            String input = name + " " + odd.substring(0, Math.min(20, odd.length()));
            judge.bears(endpoint, input, send(endpoint, "ja", body, type(endpoint)), "ja");
          }
        }
      }
    }
    assertThat(judge.wrong()).isEmpty();
  }

  private Set<String> texts(Endpoint endpoint) {
    return new Documented(api().openApi(), endpoint)
        .fields().entrySet().stream()
            .filter(field -> field.getValue().equals("string"))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
  }
}

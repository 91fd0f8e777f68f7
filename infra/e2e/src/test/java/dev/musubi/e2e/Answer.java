package dev.musubi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back for a request. */
record Answer(HttpResponse<String> response) {
  static final JsonMapper JSON = JsonMapper.builder().build();

  int status() {
    return response.statusCode();
  }

  String text() {
    return response.body();
  }

  JsonNode json() {
    return text().isBlank() ? JSON.createObjectNode() : JSON.readTree(text());
  }

  /** What a JSON Pointer points to. */
  JsonNode at(String pointer) {
    return json().at(pointer);
  }

  String id() {
    return at("/id").asString();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  String etag() {
    return header("ETag");
  }

  /** Goes on only if the status is this one; the failure shows what was said instead. */
  Answer must(int status) {
    assertThat(status())
        .as("%s %s: %s", response.request().method(), response.uri(), text())
        .isEqualTo(status);
    return this;
  }
}

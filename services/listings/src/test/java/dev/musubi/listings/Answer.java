package dev.musubi.listings;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, HttpHeaders headers, byte[] body) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The body as a tree; missing when there is none. */
  public JsonNode json() {
    return MAPPER.readTree(body);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public JsonNode at(String pointer) {
    return json().at(pointer);
  }

  public String id() {
    return at("/id").asString();
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public String etag() {
    return header("ETag");
  }

  /** Fields that a problem names. */
  public List<String> wrongFields() {
    return json().path("errors").valueStream().map(it -> it.path("field").asString()).toList();
  }

  /** Codes that a problem names. */
  public List<String> codes() {
    return json().path("errors").valueStream().map(it -> it.path("code").asString()).toList();
  }
}

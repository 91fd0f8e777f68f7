package dev.musubi.testkit.api;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An answer over HTTP.
 *
 * @param bytes the body
 */
public record ApiAnswer(int status, HttpHeaders headers, byte[] bytes) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The body as text. */
  public String body() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The body; a missing node when it is no JSON. */
  public JsonNode json() {
    try {
      return MAPPER.readTree(bytes);
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }

  /** The text at a JSON pointer, or the empty one. */
  public String text(String pointer) {
    return json().at(pointer).asString("");
  }

  /** The first header of this name, or the empty text. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The version that the ETag names. */
  public long version() {
    return Long.parseLong(header("ETag").replace("\"", ""));
  }

  /** The last part of a problem's type. */
  public String problem() {
    return text("/type").replace("urn:musubi:problem:", "");
  }

  /** The fields that a problem calls wrong. */
  public Set<String> wrongFields() {
    return json()
        .path("errors")
        .valueStream()
        .map(error -> error.path("field").asString())
        .collect(Collectors.toSet());
  }
}

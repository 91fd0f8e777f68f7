package dev.musubi.testkit.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What OpenAPI says of an endpoint. */
final class Documented {
  private final JsonNode api;
  private final JsonNode operation;

  Documented(JsonNode api, Endpoint endpoint) {
    this.api = api;
    this.operation =
        api.path("paths").path(endpoint.path()).path(endpoint.method().toLowerCase(Locale.ROOT));
  }

  boolean isThere() {
    return operation.isObject();
  }

  /** Names of the parameters in {@code query}, {@code header} or {@code path}. */
  List<String> parameters(String in) {
    List<String> names = new ArrayList<>();
    operation
        .path("parameters")
        .forEach(
            parameter -> {
              if (parameter.path("in").asString().equals(in)) {
                names.add(parameter.path("name").asString());
              }
            });
    return names;
  }

  /** The fields of the body of the first level, with their kinds: string, integer, array … */
  Map<String, String> fields() {
    Map<String, String> kinds = new LinkedHashMap<>();
    operation
        .path("requestBody")
        .path("content")
        .forEach(
            content ->
                resolved(content.path("schema"))
                    .path("properties")
                    .forEachEntry((name, schema) -> kinds.put(name, kind(resolved(schema)))));
    return kinds;
  }

  private JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : api.at(reference.substring(1));
  }

  private static String kind(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.path(0).asString("");
    }
    if (schema.has("properties")) {
      return "object";
    }
    return type.asString("");
  }
}

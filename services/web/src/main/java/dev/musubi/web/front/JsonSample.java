package dev.musubi.web.front;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes an example of a JSON Schema: each field with its type or its first allowed value. */
final class JsonSample {
  private static final int DEEPEST = 6;
  private static final String SCHEMAS = "#/components/schemas/";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode document;

  JsonSample(JsonNode document) {
    this.document = document;
  }

  /** An example of the first content of a body, or null when it has none. */
  @Nullable String ofContent(JsonNode body) {
    for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
      JsonNode schema = content.getValue().path("schema");
      if (!schema.isMissingNode()) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sample(schema, 0));
      }
    }
    return null;
  }

  /** The type of a simple value in a word. */
  String typeOf(JsonNode schema) {
    JsonNode resolved = resolve(schema);
    if (resolved.has("enum")) {
      StringBuilder values = new StringBuilder();
      resolved
          .path("enum")
          .forEach(
              value -> values.append(values.isEmpty() ? "" : " | ").append(value.asString("")));
      return values.toString();
    }
    String type = type(resolved);
    return type.equals("array") ? typeOf(resolved.path("items")) + "[]" : type;
  }

  private JsonNode sample(JsonNode schema, int depth) {
    JsonNode resolved = resolve(schema);
    if (depth > DEEPEST) {
      return NODES.stringNode("…");
    }
    if (resolved.has("example")) {
      return resolved.path("example");
    }
    if (resolved.has("properties")) {
      ObjectNode object = NODES.objectNode();
      resolved
          .path("properties")
          .properties()
          .forEach(field -> object.set(field.getKey(), sample(field.getValue(), depth + 1)));
      return object;
    }
    if (type(resolved).equals("array")) {
      ArrayNode array = NODES.arrayNode();
      array.add(sample(resolved.path("items"), depth + 1));
      return array;
    }
    return leaf(resolved);
  }

  private JsonNode leaf(JsonNode schema) {
    return switch (type(schema)) {
      case "integer", "number" -> NODES.numberNode(0);
      case "boolean" -> NODES.booleanNode(false);
      default ->
          NODES.stringNode(
              schema.has("format") ? schema.path("format").asString("") : typeOf(schema));
    };
  }

  private JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.startsWith(SCHEMAS)
        ? document.path("components").path("schemas").path(reference.substring(SCHEMAS.length()))
        : schema;
  }

  /** OpenAPI 3.1 may give several types, one of them null. */
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (!type.isArray()) {
      return type.asString("object");
    }
    for (JsonNode one : type) {
      if (!one.asString("").equals("null")) {
        return one.asString("");
      }
    }
    return "null";
  }
}

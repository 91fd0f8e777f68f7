package dev.musubi.web.door;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the services' descriptions together. Paths that the door does not pass to that very service
 * are left out; names of schemas get the service's name in front, so that none meet.
 */
final class OpenApiMerge {
  private static final String SCHEMAS = "#/components/schemas/";

  private final JsonMapper json;
  private final URI publicUrl;

  OpenApiMerge(JsonMapper json, URI publicUrl) {
    this.json = json;
    this.publicUrl = publicUrl;
  }

  ObjectNode of(Map<Service, JsonNode> parts) {
    ObjectNode document = head();
    ObjectNode paths = document.putObject("paths");
    ObjectNode components = document.putObject("components");
    ObjectNode schemas = components.putObject("schemas");
    securityIn(components, document);
    ArrayNode tags = document.putArray("tags");
    ArrayNode away = document.putArray("x-musubi-away");
    for (Service service : Service.values()) {
      JsonNode part = parts.get(service);
      if (part == null) {
        away.add(service.label());
      } else {
        tags.addObject().put("name", service.label());
        add(service, part, paths, schemas);
      }
    }
    return document;
  }

  private ObjectNode head() {
    ObjectNode document = json.createObjectNode();
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Musubi API")
        .put("version", "v1")
        .put("description", "Open patents, technology needs, and what brings them together.");
    document.putArray("servers").addObject().put("url", publicUrl.toString());
    return document;
  }

  private void securityIn(ObjectNode components, ObjectNode document) {
    ObjectNode scheme = components.putObject("securitySchemes").putObject("oauth2");
    scheme.put("type", "oauth2");
    ObjectNode flows = scheme.putObject("flows");
    ObjectNode code = flows.putObject("authorizationCode");
    code.put("authorizationUrl", publicUrl + "/oauth2/authorize");
    code.put("tokenUrl", publicUrl + "/oauth2/token");
    code.putObject("scopes").put("openid", "who is signed in");
    ObjectNode client = flows.putObject("clientCredentials");
    client.put("tokenUrl", publicUrl + "/oauth2/token");
    client.putObject("scopes");
    document.putArray("security").addObject().putArray("oauth2");
  }

  private static void add(Service service, JsonNode part, ObjectNode paths, ObjectNode schemas) {
    for (Map.Entry<String, JsonNode> path : part.path("paths").properties()) {
      String plain = path.getKey().replaceAll("\\{[^}]*}", "x");
      if (Routes.of(plain).equals(Optional.of(service))) {
        JsonNode operations = path.getValue().deepCopy();
        rename(operations, service);
        tag(operations, service);
        paths.set(path.getKey(), operations);
      }
    }
    for (Map.Entry<String, JsonNode> schema :
        part.path("components").path("schemas").properties()) {
      JsonNode copy = schema.getValue().deepCopy();
      rename(copy, service);
      schemas.set(service.label() + "." + schema.getKey(), copy);
    }
  }

  private static void tag(JsonNode operations, Service service) {
    for (JsonNode operation : operations) {
      if (operation instanceof ObjectNode object) {
        object.putArray("tags").add(service.label());
      }
    }
  }

  private static void rename(JsonNode node, Service service) {
    if (node instanceof ObjectNode object) {
      JsonNode reference = object.get("$ref");
      if (reference != null && reference.asString().startsWith(SCHEMAS)) {
        String name = reference.asString().substring(SCHEMAS.length());
        object.put("$ref", SCHEMAS + service.label() + "." + name);
      }
    }
    for (JsonNode child : node) {
      rename(child, service);
    }
  }
}

package dev.musubi.web.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The API as a page can show it, made of its OpenAPI description.
 *
 * @param away services that could not be asked
 */
record ApiReference(List<Group> groups, List<String> away) {
  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

  static ApiReference of(JsonNode document) {
    Map<String, List<Operation>> byService = new TreeMap<>();
    JsonSample samples = new JsonSample(document);
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        if (VERBS.contains(verb.getKey())) {
          String service = verb.getValue().path("tags").path(0).asString("");
          byService
              .computeIfAbsent(service, ignored -> new ArrayList<>())
              .add(operation(path.getKey(), verb.getKey(), verb.getValue(), samples));
        }
      }
    }
    List<String> away = new ArrayList<>();
    document.path("x-musubi-away").forEach(service -> away.add(service.asString("")));
    return new ApiReference(
        byService.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList(), away);
  }

  private static Operation operation(
      String path, String verb, JsonNode operation, JsonSample samples) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      parameters.add(
          new Parameter(
              parameter.path("name").asString(""),
              parameter.path("in").asString(""),
              parameter.path("required").asBoolean(false),
              samples.typeOf(parameter.path("schema")),
              parameter.path("description").asString("")));
    }
    List<Reply> replies = new ArrayList<>();
    for (Map.Entry<String, JsonNode> reply : operation.path("responses").properties()) {
      replies.add(
          new Reply(
              reply.getKey(),
              reply.getValue().path("description").asString(""),
              samples.ofContent(reply.getValue())));
    }
    return new Operation(
        verb.toUpperCase(Locale.ROOT),
        path,
        operation.path("summary").asString(""),
        operation.path("description").asString(""),
        parameters,
        samples.ofContent(operation.path("requestBody")),
        replies);
  }

  /** The operations of one service. */
  record Group(String service, List<Operation> operations) {}

  /**
   * One operation.
   *
   * @param body an example of what to send, or null
   */
  record Operation(
      String verb,
      String path,
      String summary,
      String description,
      List<Parameter> parameters,
      @Nullable String body,
      List<Reply> replies) {
    /** Its place in the page. */
    public String anchor() {
      return (verb + path).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
  }

  /** A parameter in path, query or header. */
  record Parameter(String name, String in, boolean required, String type, String description) {}

  /** One possible answer. */
  record Reply(String status, String description, @Nullable String body) {}
}

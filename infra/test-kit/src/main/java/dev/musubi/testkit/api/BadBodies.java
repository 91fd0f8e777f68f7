package dev.musubi.testkit.api;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that no endpoint takes, and texts that few people write. */
final class BadBodies {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private BadBodies() {}

  static Map<String, byte[]> unreadable() {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put("cut off", utf8("{\"a\":"));
    bodies.put("nothing", new byte[0]);
    bodies.put("blanks", utf8(" \n "));
    bodies.put("a word", utf8("hello"));
    bodies.put("two documents", utf8("{} {}"));
    bodies.put("a name twice", utf8("{\"a\":1,\"a\":2}"));
    bodies.put("deep nesting", utf8("[".repeat(50_000)));
    bodies.put("no UTF-8", new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'});
    bodies.put("half a surrogate", new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'});
    bodies.put("a bare control character", utf8("{\"a\":\"\u0001\"}"));
    bodies.put("a long number", utf8("{\"a\":" + "9".repeat(5_000) + "}"));
    return bodies;
  }

  static Map<String, byte[]> ofAnotherShape() {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put("a list", utf8("[]"));
    bodies.put("null", utf8("null"));
    bodies.put("a text", utf8("\"x\""));
    bodies.put("a number", utf8("7"));
    bodies.put("a truth", utf8("true"));
    return bodies;
  }

  static byte[] tooLarge() {
    return utf8("{\"a\":\"" + "x".repeat(2_000_000) + "\"}");
  }

  static byte[] unknown() {
    return utf8("{\"surelyUnknown\":1}");
  }

  /** Every field with a value of another kind than its own. */
  static byte[] ofWrongTypes(Map<String, String> fields) {
    ObjectNode body = MAPPER.createObjectNode();
    fields.forEach(
        (name, kind) -> {
          if (kind.equals("object") || kind.equals("array") || kind.equals("boolean")) {
            body.put(name, "wrong");
          } else {
            body.set(name, MAPPER.createObjectNode().put("wrong", 1));
          }
        });
    return MAPPER.writeValueAsBytes(body);
  }

  /** Texts with what cannot be stored or turns the line around, as JSON spells them. */
  static List<String> unwritable() {
    return List.of("a\\u0000b", "\\ud83d", "\\udc22x", "\\u202eabc", "\\u001b[2J");
  }

  static byte[] withAll(Collection<String> names, String json) {
    return utf8(
        names.stream()
            .map(name -> "\"%s\":\"%s\"".formatted(name, json))
            .reduce((one, other) -> one + "," + other)
            .map(all -> "{" + all + "}")
            .orElse("{}"));
  }

  /** Texts that may be right or not, but must break nothing. */
  static List<String> odd() {
    return List.of(
        "🐢🏳️‍🌈".repeat(50),
        "あ".repeat(200_000),
        "",
        " \u3000",
        "﷽ ｶﾞｷﾞｸﾞ 髙﨑 ①",
        "'; DROP TABLE deal; --",
        "<script>alert(1)</script>",
        "%s %d ${x} #{x} {{x}} {0}");
  }

  /** The body with further fields, none of which is a text or a number that could be right. */
  static byte[] with(String body, Set<String> names) {
    JsonNode tree = MAPPER.readTree(body);
    ObjectNode object = tree instanceof ObjectNode given ? given : MAPPER.createObjectNode();
    names.forEach(name -> object.put(name, "1"));
    return MAPPER.writeValueAsBytes(object);
  }

  static byte[] with(String body, String name, String text) {
    JsonNode tree = MAPPER.readTree(body);
    ObjectNode object = tree instanceof ObjectNode given ? given : MAPPER.createObjectNode();
    return MAPPER.writeValueAsBytes(object.put(name, text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package dev.musubi.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings and mappings of an index, read from JSON resources. Its fingerprint is kept in the
 * index, so that a service can tell that an index was made by an older definition.
 *
 * @param name of the aliases, without prefix
 * @param body what is sent when an index is created
 * @param fingerprint changes with any change of settings or mappings
 */
public record IndexDefinition(String name, ObjectNode body, String fingerprint) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String FINGERPRINT = "definition";

  /**
   * Reads {@code name}.json beside the class; its {@code settings.analysis} is taken from {@code
   * analysis.json} there, because an index of questions must be analysed as the index of answers.
   */
  public static IndexDefinition read(Class<?> beside, String name) {
    return read(beside, name, _ -> {});
  }

  /**
   * As {@link #read(Class, String)}.
   *
   * @param settle puts in what only an installation knows, the length of its vectors for example
   */
  public static IndexDefinition read(Class<?> beside, String name, Consumer<ObjectNode> settle) {
    var body = (ObjectNode) resource(beside, name + ".json");
    settle.accept(body);
    var settings = (ObjectNode) body.get("settings");
    settings.set("analysis", resource(beside, "analysis.json"));
    return of(name, body);
  }

  /** A definition of these settings and mappings. */
  public static IndexDefinition of(String name, ObjectNode body) {
    var copy = body.deepCopy();
    var fingerprint = hash(MAPPER.writeValueAsString(copy));
    ((ObjectNode) copy.get("mappings"))
        .set("_meta", MAPPER.createObjectNode().put(FINGERPRINT, fingerprint));
    return new IndexDefinition(name, copy, fingerprint);
  }

  static String fingerprint(JsonNode mappings) {
    return mappings.path("_meta").path(FINGERPRINT).asString("");
  }

  private static JsonNode resource(Class<?> beside, String file) {
    try (var in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("There is no resource " + file + " beside " + beside);
      }
      return MAPPER.readTree(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 8);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}

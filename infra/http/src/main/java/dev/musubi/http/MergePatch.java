package dev.musubi.http;

import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON merge patch (RFC 7396) for a {@code T}: fields that it names are replaced, those that it
 * sets to null are cleared, all others stay. As controller parameter: {@code @ApiBody
 * MergePatch<ListingInput>}.
 */
public final class MergePatch<T> {
  private final StrictReader reader;
  private final ObjectNode patch;
  private final JavaType type;

  MergePatch(StrictReader reader, ObjectNode patch, JavaType type) {
    this.reader = reader;
    this.patch = patch;
    this.type = type;
  }

  /**
   * What becomes of the current content.
   *
   * @throws InvalidInput with every wrong field of the result
   */
  public T applyTo(T current) {
    JsonNode base = reader.write(current);
    return reader.bind(merge(base, patch), type);
  }

  /** Whether the patch names a field of the first level. */
  public boolean names(String field) {
    return patch.has(field);
  }

  private static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode merged = target instanceof ObjectNode object ? object : changes.objectNode();
    changes.forEachEntry(
        (name, value) -> {
          if (value.isNull()) {
            merged.remove(name);
          } else {
            JsonNode old = merged.get(name);
            merged.set(name, merge(old == null ? changes.objectNode() : old, value));
          }
        });
    return merged;
  }
}

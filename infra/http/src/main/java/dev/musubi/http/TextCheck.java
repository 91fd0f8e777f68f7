package dev.musubi.http;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Finds texts that no person writes: control characters, halves of surrogate pairs, and the marks
 * that turn the direction of a line so that it reads other than it is (Unicode TR 36).
 */
final class TextCheck {
  private TextCheck() {}

  static void collect(JsonNode node, Map<String, FieldError> errors) {
    walk(node, "", errors);
  }

  private static void walk(JsonNode node, String pointer, Map<String, FieldError> errors) {
    if (node.isString()) {
      if (!clean(node.stringValue())) {
        errors.put(pointer, new FieldError(pointer, "characters"));
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), pointer + "/" + i, errors);
      }
    } else if (node.isObject()) {
      node.forEachEntry(
          (name, value) -> walk(value, pointer + "/" + Pointers.escape(name), errors));
    }
  }

  static boolean clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      } else if (Character.isLowSurrogate(c) || forbidden(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean forbidden(char c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    boolean direction = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    return control || direction || c == '\ufffe' || c == '\uffff';
  }
}

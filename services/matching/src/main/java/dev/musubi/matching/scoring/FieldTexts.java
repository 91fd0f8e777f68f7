package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The texts of a document by language and field, as the index takes them. Beside each field for
 * itself a language has one {@code text} of all of them, in which a field is repeated as often as
 * it counts: BM25 over it is BM25F (Robertson, Zaragoza and Taylor 2004) at the price of one field.
 */
public final class FieldTexts {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Map<Language, Map<String, String>> texts = new LinkedHashMap<>();

  /** Adds a text; null and blank ones are left out. */
  public FieldTexts add(Language language, String field, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      texts.computeIfAbsent(language, _ -> new LinkedHashMap<>()).put(field, text.strip());
    }
    return this;
  }

  /** Puts the languages into a document. */
  public ObjectNode into(ObjectNode document) {
    texts.forEach((language, fields) -> document.set(language.code(), one(language, fields)));
    return document;
  }

  private static ObjectNode one(Language language, Map<String, String> fields) {
    var node = MAPPER.createObjectNode();
    var weighted = new ArrayList<String>();
    var whole = node.putArray(language == Language.JA ? "grams" : "words");
    fields.forEach(
        (field, text) -> {
          node.put(field, text);
          var times = TextSettings.Fields.SHIPPED.weights().getOrDefault(field, 1);
          for (var i = 0; i < times; i++) {
            weighted.add(text);
          }
          if (times > 0) {
            whole.add(text);
          }
        });
    var text = node.putArray("text");
    weighted.forEach(text::add);
    return node;
  }
}

package dev.musubi.matching.search;

import dev.musubi.elements.Element;
import dev.musubi.matching.scoring.Question;
import dev.musubi.model.event.NeedState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A need as the index holds it, and as a question to listings. */
public final class NeedDocument {
  private static final JsonMapper MAPPER = new JsonMapper();

  private NeedDocument() {}

  /** The document. */
  public static ObjectNode of(NeedState need) {
    var document = MAPPER.createObjectNode();
    document.put("id", need.id().toString());
    document.put("organisation", need.organisationId().toString());
    document.put("changed_at", need.changedAt().toString());
    question(need)
        .texts()
        .forEach((language, text) -> document.putObject(language.code()).put("text", text));
    return document;
  }

  /** The question: title, the firm's own words, and the elements that say more than these. */
  public static Question question(NeedState need) {
    var parts = new ArrayList<Question.Part>();
    parts.add(Question.part("title", need.title()));
    parts.add(Question.part("text", need.text()));
    var elements = FiveElements.beside(need);
    for (var element : Element.values()) {
      part(parts, element.key(), element.in(elements));
    }
    return new Question(
        Question.Kind.NEED, parts.stream().filter(it -> !it.text().isBlank()).toList());
  }

  private static void part(List<Question.Part> parts, String name, List<String> words) {
    Stream.of(String.join("\n", words))
        .filter(it -> !it.isBlank())
        .forEach(it -> parts.add(Question.part(name, it)));
  }
}

package dev.musubi.bench.quality;

import dev.musubi.bench.Texts;
import dev.musubi.matching.scoring.Script;
import dev.musubi.model.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads collections: documents and questions as JSON lines, judgements as a table. Fields that it
 * does not know are passed over, missing languages are told from the letters; what cannot be
 * understood is refused with file and line.
 */
public final class CollectionReader {
  private static final Set<String> LISTING_FIELDS =
      Set.of("title", "summary", "problem", "solution", "effect", "products", "overview");

  private final List<String> fields;
  private final List<String> notes = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();

  /**
   * @param fields of the documents that are indexed; "abstract" and what a listing has no field for
   *     become its overview
   */
  public CollectionReader(List<String> fields) {
    this.fields = List.copyOf(fields);
  }

  public Collection read(List<Path> documents, Path queries, Path judgements) {
    var docs = documents(documents);
    var grades = new JudgementReader(judgements).read();
    var asked = queries(queries);
    var judged = asked.stream().filter(it -> grades.containsKey(it.id())).toList();
    if (judged.isEmpty()) {
      throw Texts.failure("failure.no-judged", queries, judgements);
    }
    if (judged.size() < asked.size()) {
      notes.add(Texts.of("note.unjudged", asked.size() - judged.size()));
    }
    var missing =
        judged.stream()
            .flatMap(it -> grades.getOrDefault(it.id(), Map.of()).keySet().stream())
            .filter(it -> !docs.containsKey(it))
            .count();
    if (missing > 0) {
      notes.add(Texts.of("note.missing", missing));
    }
    return new Collection(docs, judged, grades, List.copyOf(notes));
  }

  private Map<String, CollectionDocument> documents(List<Path> files) {
    var documents = new LinkedHashMap<String, CollectionDocument>();
    var replaced = 0;
    for (var file : files) {
      for (var line : JsonLines.read(file)) {
        var document = document(line);
        var before = documents.get(document.id());
        if (before != null && before.texts().keySet().containsAll(document.texts().keySet())) {
          replaced++;
        }
        documents.merge(document.id(), document, CollectionDocument::and);
      }
    }
    if (documents.isEmpty()) {
      throw Texts.failure("failure.empty", files.getFirst());
    }
    for (var field : fields) {
      if (!seen.contains(field)) {
        throw Texts.failure("failure.field", field);
      }
    }
    if (replaced > 0) {
      notes.add(Texts.of("note.replaced", replaced));
    }
    return documents;
  }

  private CollectionDocument document(JsonLines.Line line) {
    var id = line.required("id");
    var texts = new LinkedHashMap<String, String>();
    for (var field : fields) {
      var text = line.text(field);
      if (line.has(field)) {
        seen.add(field);
      }
      if (!text.isBlank()) {
        var target = LISTING_FIELDS.contains(field) ? field : "overview";
        texts.merge(target, text.strip(), (a, b) -> a + "\n" + b);
      }
    }
    var byLanguage = new EnumMap<Language, Map<String, String>>(Language.class);
    byLanguage.put(language(line, String.join("\n", texts.values())), texts);
    return new CollectionDocument(id, byLanguage, classes(line.json().path("ipc")));
  }

  private static List<String> classes(JsonNode ipc) {
    var classes = new ArrayList<String>();
    ipc.forEach(it -> classes.add(it.asString("")));
    return classes.stream().filter(it -> !it.isBlank()).toList();
  }

  private static List<Query> queries(Path file) {
    var queries = new LinkedHashMap<String, Query>();
    for (var line : JsonLines.read(file)) {
      var text = line.required("text");
      var query = new Query(line.required("id"), language(line, text), text);
      if (queries.put(query.id(), query) != null) {
        throw line.failure(Texts.of("failure.twice", query.id()));
      }
    }
    if (queries.isEmpty()) {
      throw Texts.failure("failure.empty", file);
    }
    return List.copyOf(queries.values());
  }

  private static Language language(JsonLines.Line line, String text) {
    return Language.find(line.text("lang")).orElseGet(() -> Script.language(text));
  }
}

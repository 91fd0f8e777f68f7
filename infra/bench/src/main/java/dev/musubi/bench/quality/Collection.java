package dev.musubi.bench.quality;

import dev.musubi.model.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents, questions and which documents answer which question.
 *
 * @param documents by id
 * @param queries those with at least one judgement
 * @param judgements grades above 0 by question and document
 * @param notes what the reader should know of the reading, in whole sentences
 */
public record Collection(
    Map<String, CollectionDocument> documents,
    List<Query> queries,
    Map<String, Map<String, Integer>> judgements,
    List<String> notes) {

  /** The grades of a question's answers. */
  public Map<String, Integer> grades(Query query) {
    return judgements.getOrDefault(query.id(), Map.of());
  }

  /** Only what is written in this language; a document in both keeps the one. */
  Collection inLanguage(Language language) {
    var some = new LinkedHashMap<String, CollectionDocument>();
    documents.forEach(
        (id, it) -> {
          var texts = it.texts().get(language);
          if (texts != null) {
            some.put(id, new CollectionDocument(id, Map.of(language, texts), it.ipc()));
          }
        });
    return new Collection(some, queries, judgements, notes);
  }

  /** This collection with some of its questions. */
  public Collection with(List<Query> some) {
    return new Collection(new LinkedHashMap<>(documents), some, judgements, notes);
  }
}

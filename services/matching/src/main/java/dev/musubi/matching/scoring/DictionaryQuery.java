package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The dictionary leg's requests as Elasticsearch wants them. */
final class DictionaryQuery {
  private static final JsonMapper MAPPER = new JsonMapper();

  private DictionaryQuery() {}

  /** Documents with any of the words in translation; a word brings what its best rendering does. */
  static ObjectNode search(
      DictionaryLeg.Words words, int size, Collection<? extends JsonNode> filters) {
    var body = Hits.request(size);
    body.set("query", query(words, filters));
    return body;
  }

  /** The places of the renderings' words in these documents. */
  static ObjectNode evidence(
      DictionaryLeg.Words words, Collection<String> ids, List<String> fields) {
    return TextQuery.places(ids, highlight(words, fields));
  }

  /**
   * Documents that have enough of the words in translation to be counted as found: most of those
   * that any document has.
   */
  static ObjectNode found(DictionaryLeg.Words words, boolean strict) {
    var seen = words.translations().stream().filter(it -> !it.unseen()).toList();
    var query = MAPPER.createObjectNode();
    var bool = query.putObject("bool");
    var should = bool.putArray("should");
    seen.forEach(it -> should.add(word(it, words)));
    bool.put("minimum_should_match", strict ? TextQuery.needed(seen.size()) : 1);
    return query;
  }

  /** What {@link #search} asks. */
  static ObjectNode query(DictionaryLeg.Words words, Collection<? extends JsonNode> filters) {
    var query = MAPPER.createObjectNode();
    var bool = query.putObject("bool");
    var should = bool.putArray("should");
    words.translations().forEach(it -> should.add(word(it, words)));
    bool.put("minimum_should_match", 1);
    filters.forEach(bool.putArray("filter")::add);
    return query;
  }

  private static ObjectNode word(Translation word, DictionaryLeg.Words words) {
    var renderings =
        word.renderings().stream()
            .map(it -> rendering(word.language(), it, words.partial()))
            .toList();
    if (renderings.size() == 1) {
      return renderings.getFirst();
    }
    var clause = MAPPER.createObjectNode();
    var best = clause.putObject("dis_max");
    best.put("tie_breaker", words.tie());
    renderings.forEach(best.putArray("queries")::add);
    return clause;
  }

  /** Most renderings are one word, and need nothing around it. */
  private static ObjectNode rendering(
      Language language, Translation.Rendering rendering, String partial) {
    var pieces = rendering.pieces().stream().map(it -> piece(language, it)).toList();
    if (pieces.size() == 1) {
      return pieces.getFirst();
    }
    var clause = MAPPER.createObjectNode();
    var bool = clause.putObject("bool");
    pieces.forEach(bool.putArray("should")::add);
    bool.put("minimum_should_match", partial);
    return clause;
  }

  private static ObjectNode piece(Language language, Translation.Piece piece) {
    var clause = MAPPER.createObjectNode();
    clause
        .putObject("term")
        .putObject(language.code() + ".text")
        .put("value", piece.term())
        .put("boost", piece.boost());
    return clause;
  }

  private static ObjectNode highlight(DictionaryLeg.Words words, List<String> fields) {
    var highlight = TextQuery.highlight();
    var wanted = highlight.putObject("fields");
    for (var language : Language.values()) {
      var terms = terms(words.translations(), language);
      if (!terms.isEmpty()) {
        fields.forEach(it -> TextQuery.mark(wanted, language.code() + "." + it, terms));
      }
    }
    return highlight;
  }

  static Set<String> terms(List<Translation> translations, Language language) {
    var terms = new LinkedHashSet<String>();
    translations.stream()
        .filter(it -> it.language() == language)
        .flatMap(it -> it.renderings().stream())
        .flatMap(it -> it.pieces().stream())
        .forEach(it -> terms.add(it.term()));
    return terms;
  }
}

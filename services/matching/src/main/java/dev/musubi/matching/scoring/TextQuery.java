package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text leg's requests as Elasticsearch wants them. */
final class TextQuery {
  /** Private-use characters: no text has them, whatever it holds. */
  static final char MARK_START = '\uE000';

  static final char MARK_END = '\uE001';

  private static final JsonMapper MAPPER = new JsonMapper();

  private TextQuery() {}

  /** Documents with any of the terms, by the sum of the terms' BM25. */
  static ObjectNode search(TextLeg.Words words, int size, Collection<? extends JsonNode> filters) {
    var body = Hits.request(size);
    body.set("query", query(words, filters));
    return body;
  }

  /**
   * The places of the terms in these documents. Nothing is scored and no clause has a name: what is
   * marked tells which terms met, and to ask for each by name costs more than all the rest.
   */
  static ObjectNode evidence(TextLeg.Words words, Collection<String> ids, List<String> fields) {
    return places(ids, highlight(words.terms(), fields));
  }

  static ObjectNode places(Collection<String> ids, ObjectNode highlight) {
    var body = MAPPER.createObjectNode();
    body.put("size", ids.size()).put("_source", false).put("track_total_hits", false);
    body.putObject("query").putObject("bool").putArray("filter").add(ids(ids));
    body.set("highlight", highlight);
    return body;
  }

  /** What {@link #search} asks. */
  static ObjectNode query(TextLeg.Words words, Collection<? extends JsonNode> filters) {
    var query = MAPPER.createObjectNode();
    var bool = query.putObject("bool");
    var should = bool.putArray("should");
    words.terms().forEach(it -> should.add(clause(it)));
    if (!words.typed().isEmpty()) {
      should.add(pairsOfLetters(words.typed()));
    }
    bool.put("minimum_should_match", 1);
    filters.forEach(bool.putArray("filter")::add);
    return query;
  }

  private static ObjectNode pairsOfLetters(String typed) {
    var clause = MAPPER.createObjectNode();
    clause
        .putObject("match")
        .putObject("ja.grams")
        .put("query", typed)
        .put("minimum_should_match", "80%")
        .put("boost", 0.1);
    return clause;
  }

  /**
   * Documents that have enough of the terms to be counted as found, whatever their rank: all of
   * two, most of a few, any of many.
   */
  static ObjectNode found(TextLeg.Words words, boolean strict) {
    var query = MAPPER.createObjectNode();
    var either = query.putObject("bool");
    either.put("minimum_should_match", 1);
    var should = either.putArray("should");
    var enough = should.addObject().putObject("bool");
    var terms = enough.putArray("should");
    words.terms().forEach(it -> terms.add(clause(it)));
    enough.put("minimum_should_match", strict ? needed(words.terms().size()) : 1);
    if (!words.typed().isEmpty()) {
      should.add(pairsOfLetters(words.typed()));
    }
    return query;
  }

  static int needed(int terms) {
    if (terms <= 2) {
      return terms;
    }
    return terms <= 8 ? (int) Math.ceil(terms * 0.6) : 1;
  }

  static ObjectNode ids(Collection<String> ids) {
    var filter = MAPPER.createObjectNode();
    ids.forEach(filter.putObject("ids").putArray("values")::add);
    return filter;
  }

  private static ObjectNode clause(Term term) {
    if (!Script.isLatin(term.text())) {
      return term(term.language(), term, term.weight());
    }
    // A Latin word is the same word in both languages.
    var clause = MAPPER.createObjectNode();
    var either = clause.putObject("dis_max");
    var queries = either.putArray("queries");
    for (var language : Language.values()) {
      queries.add(term(language, term, 1));
    }
    either.put("boost", term.weight());
    return clause;
  }

  private static ObjectNode term(Language language, Term term, double boost) {
    var clause = MAPPER.createObjectNode();
    var inner = clause.putObject("term").putObject(language.code() + ".text");
    inner.put("value", term.text()).put("boost", boost);
    return clause;
  }

  /** Marks words in whole fields, none of them yet. */
  static ObjectNode highlight() {
    var highlight = MAPPER.createObjectNode();
    highlight.put("type", "unified").put("number_of_fragments", 0);
    highlight.putArray("pre_tags").add(String.valueOf(MARK_START));
    highlight.putArray("post_tags").add(String.valueOf(MARK_END));
    return highlight;
  }

  /** Marks the terms' words in whole fields. */
  static ObjectNode highlight(List<Term> terms, List<String> fields) {
    var highlight = highlight();
    var wanted = highlight.putObject("fields");
    for (var language : Language.values()) {
      var words = words(terms, language);
      if (!words.isEmpty()) {
        fields.forEach(it -> mark(wanted, language.code() + "." + it, words));
      }
    }
    return highlight;
  }

  static List<String> words(List<Term> terms, Language language) {
    var words = new LinkedHashSet<String>();
    for (var term : terms) {
      if (term.language() == language || Script.isLatin(term.text())) {
        words.add(term.text());
      }
    }
    return new ArrayList<>(words);
  }

  static void mark(ObjectNode wanted, String field, Collection<String> words) {
    ArrayNode values =
        wanted.putObject(field).putObject("highlight_query").putObject("terms").putArray(field);
    words.forEach(values::add);
  }
}

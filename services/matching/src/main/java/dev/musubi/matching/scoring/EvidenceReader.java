package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads from marked fields which word of a document met which word of the question. */
final class EvidenceReader {
  private final String leg;
  private final TermReader reader;
  private final List<String> fields;

  /**
   * @param fields the most telling first: a word that stands in several is shown where it tells
   *     most
   */
  EvidenceReader(String leg, TermReader reader, List<String> fields) {
    this.leg = leg;
    this.reader = reader;
    this.fields = fields;
  }

  /** A marked word of a document. */
  private record Marked(Language language, String field, String word) {}

  Map<String, List<Evidence>> read(List<Term> terms, JsonNode answer) {
    var marked = new LinkedHashMap<String, List<Marked>>();
    var hits = answer.path("hits").path("hits");
    for (var hit : hits) {
      marked.put(hit.path("_id").asString(), marked(hit.path("highlight")));
    }
    var termsOf = termsOf(terms, marked.values());
    var evidence = new HashMap<String, List<Evidence>>();
    for (var hit : hits) {
      var id = hit.path("_id").asString();
      evidence.put(id, evidence(terms, marked.getOrDefault(id, List.of()), termsOf));
    }
    return evidence;
  }

  private List<Evidence> evidence(
      List<Term> terms, List<Marked> marked, Map<String, List<String>> termsOf) {
    var met = new LinkedHashMap<Term, Marked>();
    for (var term : terms) {
      marked.stream()
          .filter(it -> fits(term, it, termsOf))
          .findFirst()
          .ifPresent(it -> met.put(term, it));
    }
    var total = met.keySet().stream().mapToDouble(EvidenceReader::share).sum();
    var heaviest = met.keySet().stream().mapToDouble(EvidenceReader::share).max().orElse(0);
    var found = new ArrayList<Evidence>();
    met.forEach(
        (term, it) -> {
          if (share(term) >= heaviest * Filler.SHIPPED.leastShare()
              && !Filler.SHIPPED.has(term.surface())) {
            var weight = total > 0 ? share(term) / total : 0;
            found.add(new Evidence(leg, it.field(), term.surface(), it.word(), weight));
          }
        });
    found.sort(Comparator.comparingDouble(Evidence::weight).reversed());
    return found;
  }

  /** What a term brings to the score, but for how often the document has it. */
  private static double share(Term term) {
    return term.weight() * term.idf();
  }

  private static boolean fits(Term term, Marked marked, Map<String, List<String>> termsOf) {
    if (marked.language() != term.language() && !Script.isLatin(term.text())) {
      return false;
    }
    return plain(marked.word()).equals(plain(term.surface()))
        || termsOf.getOrDefault(key(marked), List.of()).contains(term.text());
  }

  /** The marked words of one document, in the order of telling fields. */
  private List<Marked> marked(JsonNode highlight) {
    var marked = new ArrayList<Marked>();
    for (var field : fields) {
      for (var language : Language.values()) {
        for (var text : highlight.path(language.code() + "." + field)) {
          for (var word : words(text.asString())) {
            marked.add(new Marked(language, field, word));
          }
        }
      }
    }
    return marked;
  }

  static Set<String> words(String marked) {
    var words = new LinkedHashSet<String>();
    var start = marked.indexOf(TextQuery.MARK_START);
    while (start >= 0) {
      var end = marked.indexOf(TextQuery.MARK_END, start);
      if (end < 0) {
        break;
      }
      words.add(marked.substring(start + 1, end));
      start = marked.indexOf(TextQuery.MARK_START, end);
    }
    return words;
  }

  /** Terms of those words that do not stand so in the question, asked in one request a language. */
  private Map<String, List<String>> termsOf(List<Term> terms, Iterable<List<Marked>> documents) {
    var known = new LinkedHashSet<String>();
    terms.forEach(it -> known.add(plain(it.surface())));
    var unknown = new HashMap<Language, Set<String>>();
    for (var document : documents) {
      for (var word : document) {
        if (!known.contains(plain(word.word()))) {
          unknown.computeIfAbsent(word.language(), _ -> new LinkedHashSet<>()).add(word.word());
        }
      }
    }
    var found = new HashMap<String, List<String>>();
    unknown.forEach(
        (language, words) ->
            reader
                .termsOf(language, List.copyOf(words))
                .forEach((word, its) -> found.put(language + word, its)));
    return found;
  }

  private static String key(Marked marked) {
    return marked.language() + marked.word();
  }

  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}

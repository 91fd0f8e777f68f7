package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads from marked fields which word of a document translates which word of the question. */
final class DictionaryEvidence {
  /** What may stand between two words of one rendering: near-infrared, near infrared. */
  private static final int GAP = 1;

  private final TermReader reader;
  private final List<String> fields;

  /**
   * @param fields the most telling first
   */
  DictionaryEvidence(TermReader reader, List<String> fields) {
    this.reader = reader;
    this.fields = fields;
  }

  /** A field of a document with its marked words. */
  private record MarkedField(Language language, String field, MarkedText text) {}

  Map<String, List<Evidence>> read(List<Translation> asked, JsonNode answer) {
    var hits = answer.path("hits").path("hits");
    var marked = new HashMap<String, List<MarkedField>>();
    hits.forEach(it -> marked.put(it.path("_id").asString(), marked(it.path("highlight"))));
    var termsOf = termsOf(marked.values());
    var evidence = new HashMap<String, List<Evidence>>();
    for (var hit : hits) {
      var id = hit.path("_id").asString();
      var its = marked.getOrDefault(id, List.of());
      evidence.put(id, evidence(met(asked, its, termsOf), its, termsOf));
    }
    return evidence;
  }

  private List<MarkedField> marked(JsonNode highlight) {
    var marked = new ArrayList<MarkedField>();
    for (var field : fields) {
      for (var language : Language.values()) {
        for (var text : highlight.path(language.code() + "." + field)) {
          marked.add(new MarkedField(language, field, MarkedText.read(text.asString())));
        }
      }
    }
    return marked;
  }

  private Map<Language, Map<String, List<String>>> termsOf(Iterable<List<MarkedField>> documents) {
    var words = new HashMap<Language, Set<String>>();
    for (var document : documents) {
      for (var field : document) {
        var its = words.computeIfAbsent(field.language(), _ -> new LinkedHashSet<>());
        field.text().marks().forEach(it -> its.add(it.word()));
      }
    }
    var terms = new HashMap<Language, Map<String, List<String>>>();
    words.forEach(
        (language, its) -> terms.put(language, reader.termsOf(language, List.copyOf(its))));
    return terms;
  }

  /** A word of the question with those of its renderings that met, the likeliest first. */
  private record Met(Translation word, List<Translation.Rendering> renderings) {
    /** What it brings to the score, but for how often the document has it. */
    double share() {
      return word.weight() * renderings.getFirst().share();
    }
  }

  /** Renderings met as the query counts them: with all of their words, or all but one of three. */
  private static List<Met> met(
      List<Translation> asked,
      List<MarkedField> marked,
      Map<Language, Map<String, List<String>>> termsOf) {
    var there = new HashMap<Language, Set<String>>();
    for (var field : marked) {
      var terms = termsOf.getOrDefault(field.language(), Map.of());
      var its = there.computeIfAbsent(field.language(), _ -> new HashSet<>());
      field.text().marks().forEach(it -> its.addAll(terms.getOrDefault(it.word(), List.of())));
    }
    var met = new ArrayList<Met>();
    for (var word : asked) {
      var its = there.getOrDefault(word.language(), Set.of());
      var renderings =
          word.renderings().stream()
              .filter(it -> enough(its, pieces(it)))
              .sorted(Comparator.comparingDouble(Translation.Rendering::share).reversed())
              .toList();
      if (!renderings.isEmpty()) {
        met.add(new Met(word, renderings));
      }
    }
    return met;
  }

  private static Set<String> pieces(Translation.Rendering rendering) {
    return rendering.pieces().stream().map(Translation.Piece::term).collect(Collectors.toSet());
  }

  private static boolean enough(Set<String> there, Set<String> pieces) {
    var missing = pieces.stream().filter(it -> !there.contains(it)).count();
    return missing == 0 || (pieces.size() > 2 && missing == 1);
  }

  private static List<Evidence> evidence(
      List<Met> met, List<MarkedField> marked, Map<Language, Map<String, List<String>>> termsOf) {
    var total = met.stream().mapToDouble(Met::share).sum();
    var heaviest = met.stream().mapToDouble(Met::share).max().orElse(0);
    var found = new ArrayList<Evidence>();
    for (var one : met) {
      if (one.share() < heaviest * Filler.SHIPPED.leastShare()
          || Filler.SHIPPED.has(one.word().surface())) {
        continue;
      }
      var weight = total > 0 ? one.share() / total : 0;
      place(one, marked, termsOf)
          .ifPresent(
              it ->
                  found.add(
                      new Evidence(
                          DictionaryLeg.NAME,
                          it.field(),
                          one.word().surface(),
                          it.word(),
                          weight)));
    }
    found.sort(Comparator.comparingDouble(Evidence::weight).reversed());
    return found;
  }

  /** Where a rendering stands, as it is written there. */
  private record Place(String field, String word) {}

  private static Optional<Place> place(
      Met met, List<MarkedField> marked, Map<Language, Map<String, List<String>>> termsOf) {
    for (var rendering : met.renderings()) {
      for (var field : marked) {
        if (field.language() == met.word().language()) {
          var word =
              word(rendering, field.text(), termsOf.getOrDefault(field.language(), Map.of()));
          if (!word.isEmpty()) {
            return Optional.of(new Place(field.field(), word));
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The rendering as it stands in a text. Its words must stand there together, all but one of
   * three: "blood" alone does not say what 血中アルコール濃度 does.
   *
   * @return empty when it does not, or tells a reader nothing
   */
  private static String word(
      Translation.Rendering rendering, MarkedText text, Map<String, List<String>> termsOf) {
    var pieces = pieces(rendering);
    var run = text.longest(it -> meets(termsOf.getOrDefault(it, List.of()), pieces), GAP);
    var there =
        run.words().stream()
            .flatMap(it -> termsOf.getOrDefault(it, List.of()).stream())
            .collect(Collectors.toSet());
    var said = run.words().size() > 1 || Inflection.sameWord(run.text(), rendering.text());
    return enough(there, pieces) && said && !Filler.SHIPPED.has(run.text()) ? run.text() : "";
  }

  private static boolean meets(List<String> terms, Set<String> pieces) {
    return terms.stream().anyMatch(pieces::contains);
  }
}

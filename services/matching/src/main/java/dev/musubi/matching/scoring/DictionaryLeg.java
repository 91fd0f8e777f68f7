package dev.musubi.matching.scoring;

import dev.musubi.dictionary.Dictionary;
import dev.musubi.search.LogicalIndex;
import dev.musubi.search.SearchAway;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The question's words, translated by a dictionary, over the texts of the other language. No model
 * takes part, so it is there as soon as the text leg is.
 */
public final class DictionaryLeg implements Leg {
  public static final String NAME = "dictionary";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final LogicalIndex index;
  private final DictionarySettings settings;
  private final DictionaryReader reader;
  private final DictionaryEvidence evidence;

  public DictionaryLeg(LogicalIndex index, Dictionary dictionary, DictionarySettings settings) {
    this.index = index;
    this.settings = settings;
    var terms = new TermReader(index, TextSettings.shipped());
    this.reader = new DictionaryReader(dictionary, terms, settings);
    this.evidence = new DictionaryEvidence(terms, TextSettings.Fields.SHIPPED.order());
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The question's words with what they may be called. */
  public record Words(List<Translation> translations, String partial, double tie, double ceiling)
      implements Prepared {
    public Words {
      translations = List.copyOf(translations);
    }

    /** Whether any document has one of the words in translation. */
    boolean seen() {
      return translations.stream().anyMatch(it -> !it.unseen());
    }

    /** Only what documents have already; the rest is for those to come. */
    Words ofToday() {
      var found = translations.stream().filter(it -> !it.unseen()).toList();
      return new Words(found, partial, tie, ceiling);
    }

    @Override
    public double floor() {
      return 0;
    }

    @Override
    public JsonNode keep() {
      return MAPPER.valueToTree(this);
    }
  }

  @Override
  public Words prepare(Question question) {
    return orAbsent(
        () -> {
          var translations = reader.read(question);
          var best = translations.stream().mapToDouble(Translation::weight).sum();
          var ceiling = best * TextLeg.SATURATION * settings.ceilingShare();
          return new Words(translations, settings.partial(), settings.tieBreaker(), ceiling);
        });
  }

  @Override
  public Words resume(JsonNode kept) {
    return MAPPER.treeToValue(kept, Words.class);
  }

  @Override
  public List<Candidate> rank(Prepared question, int limit, Filter filter) {
    var words = ((Words) question).ofToday();
    if (!words.seen()) {
      return List.of();
    }
    return orAbsent(
        () ->
            Hits.candidates(index.search(DictionaryQuery.search(words, limit, filter.clauses()))));
  }

  @Override
  public List<Map<String, Double>> score(List<Prepared> questions, Collection<String> ids) {
    return each(
        questions,
        ids,
        words -> Hits.scores(DictionaryQuery.query(words, List.of()), ids),
        (_, answer) -> {
          var scores = new HashMap<String, Double>();
          Hits.candidates(answer).forEach(it -> scores.put(it.id(), it.raw()));
          return scores;
        });
  }

  @Override
  public List<Map<String, List<Evidence>>> evidence(
      List<Prepared> questions, Collection<String> ids) {
    var fields = TextSettings.Fields.SHIPPED.order();
    return each(
        questions,
        ids,
        words -> DictionaryQuery.evidence(words, ids, fields),
        (words, answer) -> evidence.read(words.translations(), answer));
  }

  /** One request for all questions; a question that the dictionary does not know has no answer. */
  private <T> List<Map<String, T>> each(
      List<Prepared> questions,
      Collection<String> ids,
      Function<Words, JsonNode> request,
      BiFunction<Words, JsonNode, Map<String, T>> read) {
    var asked = questions.stream().map(Words.class::cast).toList();
    var known = asked.stream().filter(it -> !ids.isEmpty() && !it.translations().isEmpty());
    var requests = known.map(request).toList();
    return orAbsent(
        () -> {
          var answers = index.searchAll(requests).iterator();
          var results = new ArrayList<Map<String, T>>();
          for (var words : asked) {
            var without = ids.isEmpty() || words.translations().isEmpty();
            results.add(without ? Map.of() : read.apply(words, answers.next()));
          }
          return results;
        });
  }

  private static <T> T orAbsent(Supplier<T> work) {
    try {
      return work.get();
    } catch (SearchAway away) {
      throw new LegAbsent("away", away);
    }
  }
}

package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
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

/** BM25 in the question's own language, over the documents' weighted fields. */
public final class TextLeg implements Leg {
  public static final String NAME = "text";
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Elasticsearch multiplies BM25 by k1 + 1, and a term's frequency saturates at one. */
  static final double SATURATION = 2.2;

  private static final int MOST_TYPED = 40;

  private final LogicalIndex index;
  private final TextSettings settings;
  private final TermReader reader;
  private final EvidenceReader evidence;

  public TextLeg(LogicalIndex index, TextSettings settings) {
    this.index = index;
    this.settings = settings;
    this.reader = new TermReader(index, settings);
    this.evidence = new EvidenceReader(NAME, reader, TextSettings.Fields.SHIPPED.order());
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * The terms it asks for, with their weights.
   *
   * @param typed short Japanese words as they were typed, which are also looked for by pairs of
   *     letters because the analysis may cut a new compound elsewhere; empty for longer texts
   */
  public record Words(List<Term> terms, String typed, double ceiling) implements Prepared {
    public Words {
      terms = List.copyOf(terms);
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
          var terms = reader.read(question);
          var best = terms.stream().mapToDouble(it -> it.weight() * it.idf()).sum();
          return new Words(terms, typed(question), best * SATURATION * settings.ceilingShare());
        });
  }

  private static String typed(Question question) {
    var text = question.wholeText();
    var few = question.kind() == Question.Kind.WORDS && text.length() <= MOST_TYPED;
    return few && question.language() == Language.JA ? text : "";
  }

  @Override
  public Words resume(JsonNode kept) {
    var terms = new ArrayList<Term>();
    for (var term : kept.path("terms")) {
      terms.add(MAPPER.treeToValue(term, Term.class));
    }
    return new Words(terms, kept.path("typed").asString(""), kept.path("ceiling").asDouble());
  }

  @Override
  public List<Candidate> rank(Prepared question, int limit, Filter filter) {
    var words = (Words) question;
    if (words.terms().isEmpty()) {
      return List.of();
    }
    return orAbsent(
        () -> Hits.candidates(index.search(TextQuery.search(words, limit, filter.clauses()))));
  }

  @Override
  public List<Map<String, Double>> score(List<Prepared> questions, Collection<String> ids) {
    if (ids.isEmpty()) {
      return questions.stream().map(_ -> Map.<String, Double>of()).toList();
    }
    return each(
        questions,
        words -> Hits.scores(TextQuery.query(words, List.of()), ids),
        (_, answer) -> {
          var scores = new HashMap<String, Double>();
          Hits.candidates(answer).forEach(it -> scores.put(it.id(), it.raw()));
          return scores;
        });
  }

  @Override
  public List<Map<String, List<Evidence>>> evidence(
      List<Prepared> questions, Collection<String> ids) {
    if (ids.isEmpty()) {
      return questions.stream().map(_ -> Map.<String, List<Evidence>>of()).toList();
    }
    return each(
        questions,
        words -> TextQuery.evidence(words, ids, TextSettings.Fields.SHIPPED.order()),
        (words, answer) -> evidence.read(words.terms(), answer));
  }

  /** One request for all questions; a question without terms has an empty answer. */
  private <T> List<Map<String, T>> each(
      List<Prepared> questions,
      Function<Words, JsonNode> request,
      BiFunction<Words, JsonNode, Map<String, T>> read) {
    var asked = questions.stream().map(Words.class::cast).toList();
    var requests = asked.stream().filter(it -> !it.terms().isEmpty()).map(request).toList();
    return orAbsent(
        () -> {
          var answers = index.searchAll(requests).iterator();
          var results = new ArrayList<Map<String, T>>();
          for (var words : asked) {
            results.add(words.terms().isEmpty() ? Map.of() : read.apply(words, answers.next()));
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

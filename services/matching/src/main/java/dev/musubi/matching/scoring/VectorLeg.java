package dev.musubi.matching.scoring;

import dev.musubi.search.LogicalIndex;
import dev.musubi.search.SearchAway;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nearness of meaning, across languages. A document whose vector is not there yet, or is of another
 * model, is not judged by this leg.
 */
public final class VectorLeg implements Leg {
  public static final String NAME = "vectors";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final LogicalIndex index;
  private final Vectors vectors;
  private final VectorSettings settings;
  private final NearestSentence nearest;

  public VectorLeg(LogicalIndex index, Vectors vectors, VectorSettings settings) {
    this.index = index;
    this.vectors = vectors;
    this.settings = settings;
    this.nearest = new NearestSentence(index, settings);
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * A question as its vector.
   *
   * @param model key of what made it
   * @param vector of length one; empty when the question has no text
   */
  public record Meaning(String model, float[] vector, double floor, double ceiling)
      implements Prepared {

    boolean isEmpty() {
      return vector.length == 0;
    }

    @Override
    public boolean judgesAll() {
      return false;
    }

    @Override
    public JsonNode keep() {
      var buffer = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
      buffer.asFloatBuffer().put(vector);
      return MAPPER
          .createObjectNode()
          .put("model", model)
          .put("vector", Base64.getEncoder().encodeToString(buffer.array()))
          .put("floor", floor)
          .put("ceiling", ceiling);
    }
  }

  @Override
  public Meaning prepare(Question question) {
    var model = vectors.model().key();
    var text = VectorText.of(question);
    var vector = text.isBlank() ? new float[0] : vectors.of(question.kind(), text);
    return new Meaning(model, vector, settings.floor(), settings.ceiling());
  }

  @Override
  public Meaning resume(JsonNode kept) {
    var bytes = Base64.getDecoder().decode(kept.path("vector").asString(""));
    var vector = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return new Meaning(
        kept.path("model").asString(""),
        vector,
        kept.path("floor").asDouble(),
        kept.path("ceiling").asDouble());
  }

  @Override
  public List<Candidate> rank(Prepared question, int limit, Filter filter) {
    var meaning = (Meaning) question;
    if (meaning.isEmpty()) {
      return List.of();
    }
    var visited = settings.candidates(limit);
    return orAbsent(
        () -> candidates(index.search(VectorQuery.search(meaning, limit, visited, filter))));
  }

  @Override
  public List<Map<String, Double>> score(List<Prepared> questions, Collection<String> ids) {
    var asked = questions.stream().map(Meaning.class::cast).toList();
    var only = new Filter(List.of(TextQuery.ids(ids)));
    var requests =
        asked.stream()
            .filter(it -> !it.isEmpty() && !ids.isEmpty())
            .map(it -> VectorQuery.search(it, ids.size(), ids.size(), only))
            .toList();
    return orAbsent(
        () -> {
          var answers = index.searchAll(requests).iterator();
          var results = new ArrayList<Map<String, Double>>();
          for (var meaning : asked) {
            var scores = new HashMap<String, Double>();
            if (!meaning.isEmpty() && !ids.isEmpty()) {
              candidates(answers.next()).forEach(it -> scores.put(it.id(), it.raw()));
            }
            results.add(scores);
          }
          return results;
        });
  }

  /** The sentence of each document that comes nearest, if one comes near. */
  @Override
  public List<Map<String, List<Evidence>>> evidence(
      List<Prepared> questions, Collection<String> ids) {
    return orAbsent(() -> nearest.find(questions.stream().map(Meaning.class::cast).toList(), ids));
  }

  /** Elasticsearch brings a product of unit vectors between 0 and 1; this is the cosine again. */
  private static List<Candidate> candidates(JsonNode answer) {
    return Hits.candidates(answer).stream()
        .map(it -> new Candidate(it.id(), 2 * it.raw() - 1))
        .toList();
  }

  private static <T> T orAbsent(Supplier<T> work) {
    try {
      return work.get();
    } catch (SearchAway away) {
      throw new LegAbsent("away", away);
    }
  }
}

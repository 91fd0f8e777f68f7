package dev.musubi.matching.scoring;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One independent way to rank documents: text, dictionary, vectors. A leg that is away or not ready
 * throws {@link LegAbsent}, and the others answer.
 */
public interface Leg {
  /** "text", "dictionary", "vectors". */
  String name();

  /** Reads the question once; what follows uses that. */
  Prepared prepare(Question question);

  /** Takes up what {@link Prepared#keep} wrote, without reading the question again. */
  Prepared resume(JsonNode kept);

  /** The best documents, best first; those without any likeness are left out. */
  List<Candidate> rank(Prepared question, int limit, Filter filter);

  /**
   * Raw scores of given documents by id, for each question, on the scale of {@link #rank}. A
   * document without any likeness has 0 or is absent; so is one that the leg cannot judge yet.
   */
  List<Map<String, Double>> score(List<Prepared> questions, Collection<String> ids);

  /** What in these documents met what in each question, by id; the weightiest first. */
  List<Map<String, List<Evidence>>> evidence(List<Prepared> questions, Collection<String> ids);

  /** A question as one leg understands it. */
  interface Prepared {
    /**
     * Score of a very good document, as far as the question alone tells. A list whose best stays
     * below it is judged by it, or the best of a poor list would look like a fit.
     */
    double ceiling();

    /** Score that says nothing: 0 for words, what strangers have in common for vectors. */
    double floor();

    /** Whether a document without a score has none of the likeness, rather than no vector yet. */
    default boolean judgesAll() {
      return true;
    }

    /** All that {@link Leg#resume} needs. */
    JsonNode keep();
  }
}

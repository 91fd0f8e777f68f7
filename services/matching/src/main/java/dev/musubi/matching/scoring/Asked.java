package dev.musubi.matching.scoring;

import java.util.Map;

/**
 * A question as the legs read it.
 *
 * @param prepared by name of the leg; those that could not read it are missing
 * @param reports how each leg fared: "ok", or why it is missing
 */
public record Asked(
    Question question, Map<String, Leg.Prepared> prepared, Map<String, String> reports) {
  public Asked {
    prepared = Map.copyOf(prepared);
    reports = Map.copyOf(reports);
  }

  /** The question as this leg has read it. */
  Leg.Prepared of(String leg) {
    var question = prepared.get(leg);
    if (question == null) {
      throw new IllegalStateException(leg + " has not read the question");
    }
    return question;
  }
}

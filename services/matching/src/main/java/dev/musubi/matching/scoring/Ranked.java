package dev.musubi.matching.scoring;

import java.util.List;
import java.util.Map;

/**
 * A list of documents, the best first.
 *
 * @param kept the question with the scale that this list gave it
 * @param legs how each leg fared: "ok", "away", "late", "not-ready"
 */
public record Ranked(List<Scored> documents, Kept kept, Map<String, String> legs) {
  public Ranked {
    documents = List.copyOf(documents);
    legs = Map.copyOf(legs);
  }
}

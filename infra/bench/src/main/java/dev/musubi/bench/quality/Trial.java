package dev.musubi.bench.quality;

import dev.musubi.matching.scoring.Asked;
import dev.musubi.matching.scoring.Candidate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the legs said to one question, before anything is normalised or summed.
 *
 * @param asked the question as the legs have read it
 * @param legs by name; one that was away is missing
 * @param whole the product's own list of all legs together, best first
 * @param last the product's last word: that list after the second look
 */
record Trial(
    Query query,
    Asked asked,
    Map<String, OfLeg> legs,
    List<Candidate> whole,
    List<Candidate> last) {

  /**
   * One leg's part.
   *
   * @param list the leg's own best, best first
   * @param raw its scores of the candidates of all legs
   */
  record OfLeg(List<Candidate> list, Map<String, Double> raw) {}

  /** Candidates of all legs. */
  Set<String> candidates() {
    var ids = new LinkedHashSet<String>();
    legs.values().forEach(leg -> leg.list().forEach(it -> ids.add(it.id())));
    return ids;
  }

  /** The list of a leg, or of the whole; empty when the leg was away. */
  List<Candidate> list(String name) {
    return switch (name) {
      case QualityReport.FUSED -> whole;
      case QualityReport.FINAL -> last;
      default -> {
        var leg = legs.get(name);
        yield leg == null ? List.of() : leg.list();
      }
    };
  }
}

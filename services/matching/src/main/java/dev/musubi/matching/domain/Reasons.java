package dev.musubi.matching.domain;

import dev.musubi.matching.scoring.DictionaryLeg;
import dev.musubi.matching.scoring.Evidence;
import dev.musubi.matching.scoring.VectorLeg;
import dev.musubi.model.event.MatchState.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Puts what the legs found into reasons that a person reads: words by field, weightiest first. */
public final class Reasons {
  private static final int MAX_WORDS = 12;
  private static final double LEAST_SHARE = 0.02;

  private Reasons() {}

  /** Words that met, then the conditions. */
  public static List<Reason> of(List<Evidence> evidence, List<Reason> conditions) {
    var reasons = new ArrayList<>(words(evidence));
    reasons.addAll(conditions);
    return reasons;
  }

  /**
   * One reason a field of the listing, with the words that met there; those that met in translation
   * are told apart. A word that met as it stands needs no translation.
   */
  public static List<Reason> words(List<Evidence> evidence) {
    var met =
        evidence.stream()
            .filter(it -> kind(it) == Reason.Kind.TERMS)
            .map(Evidence::questionWord)
            .collect(Collectors.toSet());
    var byPlace = new LinkedHashMap<Place, List<Evidence>>();
    evidence.stream()
        .filter(it -> kind(it) != Reason.Kind.PASSAGE && it.weight() >= LEAST_SHARE)
        .filter(it -> kind(it) == Reason.Kind.TERMS || !met.contains(it.questionWord()))
        .sorted(Comparator.comparingDouble(Evidence::weight).reversed())
        .limit(MAX_WORDS)
        .forEach(
            it ->
                byPlace
                    .computeIfAbsent(new Place(kind(it), it.where()), _ -> new ArrayList<>())
                    .add(it));
    var reasons = new ArrayList<Reason>();
    byPlace.forEach((place, its) -> reasons.add(reason(place, its)));
    evidence.stream()
        .filter(it -> kind(it) == Reason.Kind.PASSAGE)
        .forEach(it -> reasons.add(passage(it)));
    return reasons;
  }

  /** A sentence of the listing, as it stands there; it has no counterpart among the words. */
  private static Reason passage(Evidence nearest) {
    return new Reason(
        Reason.Kind.PASSAGE,
        nearest.where(),
        List.of(),
        List.of(nearest.documentWord()),
        null,
        Math.round(nearest.weight() * 1000) / 1000.0);
  }

  private record Place(Reason.Kind kind, String field) {}

  private static Reason.Kind kind(Evidence evidence) {
    return switch (evidence.leg()) {
      case DictionaryLeg.NAME -> Reason.Kind.TRANSLATION;
      case VectorLeg.NAME -> Reason.Kind.PASSAGE;
      default -> Reason.Kind.TERMS;
    };
  }

  private static Reason reason(Place place, List<Evidence> evidence) {
    var weight = evidence.stream().mapToDouble(Evidence::weight).sum();
    return new Reason(
        place.kind(),
        place.field(),
        evidence.stream().map(Evidence::questionWord).toList(),
        evidence.stream().map(Evidence::documentWord).toList(),
        null,
        Math.min(1, Math.round(weight * 1000) / 1000.0));
  }
}

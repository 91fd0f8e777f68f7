package dev.musubi.matching.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The whole of a ranking: the legs rank at the same time, each by itself; every candidate of any of
 * them is then scored by all, normalised and summed. A leg that is away or later than patience
 * lasts is left out, and the answer says so.
 */
public final class Ranking implements AutoCloseable {
  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::fused).reversed().thenComparing(Scored::id);

  private final List<Leg> legs;
  private final Fusion fusion;
  private final Together together;

  public Ranking(List<Leg> legs, Fusion fusion, Duration patience) {
    this.legs = List.copyOf(legs);
    this.fusion = fusion;
    this.together = new Together(patience);
  }

  /** Name and version of what scores, for example "text-1" or "text+dictionary-2". */
  public String algorithm() {
    return String.join("+", legs.stream().map(Leg::name).toList()) + "-" + fusion.version();
  }

  public List<Leg> legs() {
    return legs;
  }

  /** Reads the question by every leg. */
  public Asked ask(Question question) {
    var answers = together.run(work(legs, leg -> leg.prepare(question)));
    return new Asked(question, answers.values(), answers.reports());
  }

  /** The best documents by all legs together, each of which ranks as soon as it has read. */
  public Ranked rank(Question question, int limit, Filter filter) {
    var prepared = new ConcurrentHashMap<String, Leg.Prepared>();
    var lists =
        together.run(
            work(
                legs,
                leg -> {
                  var read = leg.prepare(question);
                  prepared.put(leg.name(), read);
                  return leg.rank(read, limit, filter);
                }));
    return sum(new Asked(question, prepared, lists.reports()), lists, limit);
  }

  /** The best documents by all legs together. */
  public Ranked rank(Asked asked, int limit, Filter filter) {
    var lists =
        together.run(
            work(
                among(asked.prepared().keySet()),
                leg -> leg.rank(asked.of(leg.name()), limit, filter)));
    return sum(asked, lists, limit);
  }

  private Ranked sum(Asked asked, Together.Answers<List<Candidate>> lists, int limit) {
    var ids = new LinkedHashSet<String>();
    lists.values().values().forEach(list -> list.forEach(it -> ids.add(it.id())));
    var kept = Kept.of(asked, lists.values(), fusion);
    var raw = complete(asked, lists.values(), ids, limit);
    var documents =
        ids.stream().map(id -> kept.fuse(id, raw)).sorted(BEST_FIRST).limit(limit).toList();
    var reports = new TreeMap<>(asked.reports());
    reports.putAll(lists.reports());
    return new Ranked(documents, kept, reports);
  }

  /** Scores of given documents, for each question on the scale that it was kept with. */
  public Scores score(List<Kept> questions, Collection<String> ids) {
    var raw = perQuestion(questions, (leg, prepared) -> leg.score(prepared, ids));
    var results = new ArrayList<Map<String, Scored>>();
    for (var i = 0; i < questions.size(); i++) {
      var scored = new LinkedHashMap<String, Scored>();
      for (var id : ids) {
        scored.put(id, questions.get(i).fuse(id, raw.values().get(i)));
      }
      results.add(scored);
    }
    return new Scores(results, raw.reports());
  }

  /**
   * @param values for each question the documents by id
   * @param reports how each leg fared
   */
  public record Scores(List<Map<String, Scored>> values, Map<String, String> reports) {
    public Scores {
      values = List.copyOf(values);
      reports = Map.copyOf(reports);
    }
  }

  /** What met what, for each question by document; the weightiest first. */
  public List<Map<String, List<Evidence>>> evidence(List<Kept> questions, Collection<String> ids) {
    var found = perQuestion(questions, (leg, prepared) -> leg.evidence(prepared, ids));
    var results = new ArrayList<Map<String, List<Evidence>>>();
    for (var i = 0; i < questions.size(); i++) {
      var merged = new HashMap<String, List<Evidence>>();
      for (var leg : found.values().get(i).values()) {
        leg.forEach((id, it) -> merged.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(it));
      }
      results.add(merged);
    }
    return results;
  }

  @Override
  public void close() {
    together.close();
  }

  /** What a leg does with several questions at once. */
  private interface Batch<T> {
    List<T> apply(Leg leg, List<Leg.Prepared> questions);
  }

  /** For each question the answers by leg; each leg is asked only what it had read. */
  private <T> Each<T> perQuestion(List<Kept> questions, Batch<T> batch) {
    var places = new HashMap<String, List<Integer>>();
    for (var i = 0; i < questions.size(); i++) {
      for (var leg : questions.get(i).legs().keySet()) {
        places.computeIfAbsent(leg, _ -> new ArrayList<>()).add(i);
      }
    }
    var answers =
        together.run(
            work(
                among(places.keySet()), leg -> batch.apply(leg, prepared(questions, leg, places))));
    var results = new ArrayList<Map<String, T>>();
    questions.forEach(_ -> results.add(new LinkedHashMap<>()));
    answers
        .values()
        .forEach(
            (leg, list) -> {
              var at = places.getOrDefault(leg, List.of());
              for (var i = 0; i < at.size(); i++) {
                results.get(at.get(i)).put(leg, list.get(i));
              }
            });
    return new Each<>(results, answers.reports());
  }

  private record Each<T>(List<Map<String, T>> values, Map<String, String> reports) {}

  private static List<Leg.Prepared> prepared(
      List<Kept> questions, Leg leg, Map<String, List<Integer>> places) {
    var prepared = new ArrayList<Leg.Prepared>();
    for (var i : places.getOrDefault(leg.name(), List.of())) {
      var kept = questions.get(i).legs().get(leg.name());
      if (kept != null) {
        prepared.add(kept.question());
      }
    }
    return prepared;
  }

  /**
   * Raw scores of all candidates by every leg that has ranked, also of those it did not list. A leg
   * of words whose list is shorter than it might be has nothing to say of any other document.
   */
  private Map<String, Map<String, Double>> complete(
      Asked asked, Map<String, List<Candidate>> lists, Set<String> ids, int limit) {
    var work = new LinkedHashMap<String, Callable<Map<String, Double>>>();
    for (var leg : among(lists.keySet())) {
      var known = new HashMap<String, Double>();
      lists.getOrDefault(leg.name(), List.of()).forEach(it -> known.put(it.id(), it.raw()));
      var all = known.size() < limit && asked.of(leg.name()).judgesAll();
      var missing =
          all ? List.<String>of() : ids.stream().filter(it -> !known.containsKey(it)).toList();
      work.put(
          leg.name(),
          () -> {
            if (!missing.isEmpty()) {
              known.putAll(leg.score(List.of(asked.of(leg.name())), missing).getFirst());
            }
            return known;
          });
    }
    return together.run(work).values();
  }

  private List<Leg> among(Set<String> names) {
    return legs.stream().filter(it -> names.contains(it.name())).toList();
  }

  private static <T> Map<String, Callable<T>> work(List<Leg> legs, Function<Leg, T> task) {
    var work = new LinkedHashMap<String, Callable<T>>();
    legs.forEach(leg -> work.put(leg.name(), () -> task.apply(leg)));
    return work;
  }
}

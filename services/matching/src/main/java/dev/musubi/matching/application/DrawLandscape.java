package dev.musubi.matching.application;

import dev.musubi.matching.application.Landscape.Group;
import dev.musubi.matching.application.Landscape.OfClass;
import dev.musubi.matching.domain.Clusters;
import dev.musubi.matching.domain.FlatMap;
import dev.musubi.matching.domain.ShownCount;
import dev.musubi.matching.embedding.Model;
import dev.musubi.matching.persistence.AlertLog;
import dev.musubi.matching.persistence.Landscapes;
import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.persistence.Projections.ListingRow;
import dev.musubi.matching.persistence.Projections.NeedRow;
import dev.musubi.model.event.EventJson;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.NeedState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws what is on offer against what is needed, from time to time and from a sample: what it costs
 * does not grow with the number of listings. Requests read the drawing that is kept.
 *
 * <p>Words that name a group come from listings alone. A group in which there is nothing that may
 * be shown is not drawn.
 */
@Component
public class DrawLandscape {
  /** Of this way of drawing: another one draws anew. */
  private static final int VERSION = 2;

  private static final int LISTINGS = 3_000;
  private static final int NEEDS = 3_000;
  private static final int MOST_GROUPS = 16;
  private static final int MEMBERS_OF_A_GROUP = 12;
  private static final int CLASSES = 2;
  private static final int LETTERS_OF_A_CLASS = 3;
  private static final int MOST_CLASSES = 40;
  private static final double FITS_WELL = 0.5;

  private final Landscapes landscapes;
  private final AlertLog sample;
  private final Projections projections;
  private final DocumentVectors vectors;
  private final GroupWords words;
  private final Model model;
  private final Clock clock;

  DrawLandscape(
      Landscapes landscapes,
      AlertLog sample,
      Projections projections,
      DocumentVectors vectors,
      GroupWords words,
      Model model,
      Clock clock) {
    this.landscapes = landscapes;
    this.sample = sample;
    this.projections = projections;
    this.vectors = vectors;
    this.words = words;
    this.model = model;
    this.clock = clock;
  }

  /** As it was drawn last. */
  public Landscape last() {
    return landscapes
        .last()
        .map(it -> EventJson.mapper().readValue(it, Landscape.class))
        .orElse(Landscape.NONE);
  }

  /**
   * Draws it anew when something has changed, at most every so many minutes.
   *
   * @return whether it did
   */
  @Transactional
  public boolean run(int minutes) {
    var basis = landscapes.basis(model.state() + "/" + VERSION);
    if (!landscapes.due(basis, minutes)) {
      return false;
    }
    landscapes.keep(EventJson.mapper().writeValueAsString(draw()), basis);
    return true;
  }

  /** Listings and needs that were looked at, with how many of all each stands for. */
  private record Looked(
      Map<UUID, ListingState> listings,
      Map<UUID, NeedState> needs,
      double times,
      double needTimes) {}

  private Landscape draw() {
    var listings = projections.listings(sample.sample(LISTINGS));
    var needs = projections.needs(landscapes.someNeeds(NEEDS));
    var offered = projections.countOpenListings();
    var needed = projections.countActiveNeeds();
    var looked =
        new Looked(
            states(listings),
            needStates(needs),
            listings.isEmpty() ? 0 : offered / (double) listings.size(),
            needs.isEmpty() ? 0 : needed / (double) needs.size());
    return new Landscape(
        clock.instant(),
        offered,
        shown(looked.needs().values(), looked.needTimes()),
        listings.size(),
        groups(listings, needs, looked),
        classes(looked));
  }

  private static Map<UUID, ListingState> states(List<ListingRow> rows) {
    var states = new LinkedHashMap<UUID, ListingState>();
    for (var row : rows) {
      var state = row.state();
      if (state != null) {
        states.put(row.id(), state);
      }
    }
    return states;
  }

  private static Map<UUID, NeedState> needStates(List<NeedRow> rows) {
    var states = new LinkedHashMap<UUID, NeedState>();
    for (var row : rows) {
      var state = row.state();
      if (state != null) {
        states.put(row.id(), state);
      }
    }
    return states;
  }

  private static long shown(Collection<NeedState> needs, double times) {
    var others =
        needs.stream()
            .filter(it -> it.visibility() != NeedState.Visibility.PUBLIC)
            .map(NeedState::organisationId)
            .toList();
    return Math.round(ShownCount.of(needs.size() - others.size(), others) * times);
  }

  private List<Group> groups(List<ListingRow> listings, List<NeedRow> needs, Looked looked) {
    var ids = new ArrayList<UUID>();
    var placed = new ArrayList<float[]>();
    place(vectors.ofListings(listings), looked.listings().keySet(), ids, placed);
    place(vectors.ofNeeds(needs), looked.needs().keySet(), ids, placed);
    if (placed.size() < 2) {
      return List.of();
    }
    var count = Math.clamp(placed.size() / MEMBERS_OF_A_GROUP, 2, MOST_GROUPS);
    var clusters = Clusters.of(placed, count);
    var members = new HashMap<Integer, List<UUID>>();
    for (var i = 0; i < ids.size(); i++) {
      members.computeIfAbsent(clusters.of()[i], _ -> new ArrayList<>()).add(ids.get(i));
    }
    return named(members, FlatMap.of(clusters.centres()), looked);
  }

  private static void place(
      DocumentVectors.Known known, Collection<UUID> of, List<UUID> ids, List<float[]> placed) {
    var some = of.stream().filter(it -> known.vector(it).isPresent()).toList();
    ids.addAll(some);
    placed.addAll(
        Clusters.centred(some.stream().map(it -> known.vector(it).orElseThrow()).toList()));
  }

  /** The largest first; numbers are given in this order. */
  private List<Group> named(
      Map<Integer, List<UUID>> members, List<FlatMap.Place> places, Looked looked) {
    var taken = new HashSet<String>();
    var groups = new ArrayList<Group>();
    var order =
        members.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<Integer, List<UUID>> it) -> -it.getValue().size())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    for (var entry : order) {
      var listings = of(looked.listings(), entry.getValue());
      var offered = Math.round(listings.size() * looked.times());
      var needed = shown(of(looked.needs(), entry.getValue()), looked.needTimes());
      if (offered + needed > 0) {
        var place = places.get(entry.getKey());
        groups.add(
            new Group(
                groups.size() + 1,
                words.of(listings, taken),
                mostFrequent(listings),
                offered,
                needed,
                Landscape.balance(offered, needed),
                place.x(),
                place.y()));
      }
    }
    return groups;
  }

  private static <T> List<T> of(Map<UUID, T> states, List<UUID> ids) {
    return ids.stream().filter(states::containsKey).map(states::get).toList();
  }

  private static List<String> mostFrequent(List<ListingState> listings) {
    var counts =
        listings.stream()
            .flatMap(DrawLandscape::classesOf)
            .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(CLASSES)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Section and class, as "B07": each once a listing. */
  private static Stream<String> classesOf(ListingState listing) {
    return listing.classifications().ipc().stream()
        .filter(it -> it.length() >= LETTERS_OF_A_CLASS)
        .map(it -> it.substring(0, LETTERS_OF_A_CLASS))
        .distinct();
  }

  /** A need belongs to the classes that it names, or to those of what fits it best. */
  private List<OfClass> classes(Looked looked) {
    var offered = new HashMap<String, Long>();
    looked
        .listings()
        .values()
        .forEach(it -> classesOf(it).forEach(ipc -> offered.merge(ipc, 1L, Long::sum)));
    var needed = neededClasses(looked);
    var all = Stream.concat(offered.keySet().stream(), needed.keySet().stream()).distinct();
    return all.map(
            ipc -> {
              var listings = Math.round(offered.getOrDefault(ipc, 0L) * looked.times());
              var needs = shown(needed.getOrDefault(ipc, List.of()), looked.needTimes());
              return new OfClass(ipc, listings, needs, Landscape.balance(listings, needs));
            })
        .filter(it -> it.listings() + it.needs() > 0)
        .sorted(
            Comparator.comparingLong((OfClass it) -> -(it.listings() + it.needs()))
                .thenComparing(OfClass::ipc))
        .limit(MOST_CLASSES)
        .toList();
  }

  private Map<String, List<NeedState>> neededClasses(Looked looked) {
    var best = landscapes.best(List.copyOf(looked.needs().keySet()), FITS_WELL);
    var listingOf = new HashMap<UUID, UUID>();
    best.forEach(it -> listingOf.put(it.need(), it.listing()));
    var fitting = states(projections.listings(List.copyOf(new HashSet<>(listingOf.values()))));
    var needed = new HashMap<String, List<NeedState>>();
    looked
        .needs()
        .forEach(
            (id, need) -> {
              var named = need.constraints().ipc();
              var listing = fitting.get(listingOf.getOrDefault(id, id));
              var classes =
                  named.isEmpty()
                      ? (listing == null ? Stream.<String>empty() : classesOf(listing))
                      : named.stream()
                          .filter(it -> it.length() >= LETTERS_OF_A_CLASS)
                          .map(it -> it.substring(0, LETTERS_OF_A_CLASS))
                          .distinct();
              classes.forEach(it -> needed.computeIfAbsent(it, _ -> new ArrayList<>()).add(need));
            });
    return needed;
  }
}

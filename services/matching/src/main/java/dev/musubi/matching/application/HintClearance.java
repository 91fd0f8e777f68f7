package dev.musubi.matching.application;

import dev.musubi.embedding.EmbeddingUnavailable;
import dev.musubi.embedding.Role;
import dev.musubi.matching.domain.Clusters;
import dev.musubi.matching.domain.Unoffered;
import dev.musubi.matching.embedding.Model;
import dev.musubi.matching.persistence.KnownPatents;
import dev.musubi.matching.persistence.KnownPatents.Candidate;
import dev.musubi.matching.persistence.KnownPatents.Known;
import dev.musubi.matching.persistence.KnownPatents.Source;
import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.scoring.VectorSettings;
import dev.musubi.matching.scoring.VectorText;
import dev.musubi.matching.search.ListingDocument;
import dev.musubi.model.event.ListingState;
import dev.musubi.model.event.ListingState.Right;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names patents near to an open one that are known and not on offer. Whoever works the open one may
 * want to look at them first: a hint, never advice.
 */
@Component
public class HintClearance {
  private static final int LOOKED_AT = 2_000;
  private static final int MOST = 3;
  private static final int AT_ONCE = 32;
  private static final int SUBCLASS = 4;

  /** Alike as a very good answer is to its question. */
  private static final double NEAR = VectorSettings.shipped().ceiling();

  private final KnownPatents known;
  private final Projections projections;
  private final Model model;

  HintClearance(KnownPatents known, Projections projections, Model model) {
    this.known = known;
    this.projections = projections;
    this.model = model;
  }

  /**
   * A patent that is near.
   *
   * @param rights what the gazettes say, without anything of a listing
   */
  public record Near(List<Right> rights, boolean sample) {}

  /** Listings that have changed; in the caller's transaction. */
  void take(ListingState listing) {
    var rights = Unoffered.rights(listing);
    if (rights.isEmpty()) {
      known.remove(List.of(listing.id()));
      return;
    }
    var classes = subclasses(listing.classifications().ipc());
    var text = VectorText.of(ListingDocument.question(listing));
    known.put(new Known(listing.id(), Source.LISTING, rights, classes, text, listing.sample()));
  }

  /** Listings that were deleted. */
  void forget(Collection<UUID> listings) {
    known.remove(listings);
  }

  /** Keeps bibliographic records of patents that nobody offers here. */
  @Transactional
  public void keep(Collection<Known> patents) {
    patents.forEach(known::put);
  }

  /**
   * Makes vectors that are missing.
   *
   * @return how many
   */
  @Transactional
  public int embed() {
    var kept = model.kept().orElse(null);
    if (kept == null) {
      return 0;
    }
    var texts = known.withoutVector(kept.model().key(), AT_ONCE);
    try {
      var vectors = kept.of(Role.PASSAGE, List.copyOf(texts.values())).iterator();
      texts.keySet().forEach(id -> known.vector(id, kept.model().key(), vectors.next()));
      return texts.size();
    } catch (EmbeddingUnavailable away) {
      return 0;
    }
  }

  /** The nearest, at most three; none while there is no vector of the listing. */
  public List<Near> near(UUID id) {
    var row = projections.listing(id).orElse(null);
    var kept = model.kept().orElse(null);
    if (row == null || !row.open() || row.state() == null || kept == null) {
      return List.of();
    }
    var listing = row.state();
    var text = VectorText.of(ListingDocument.question(listing));
    var vector = kept.known(Role.PASSAGE, List.of(text)).get(text);
    var classes = subclasses(listing.classifications().ipc());
    if (vector == null || classes.isEmpty()) {
      return List.of();
    }
    record Ranked(Candidate one, double cosine) {}
    return known.inClasses(classes, kept.model().key(), LOOKED_AT).stream()
        .map(it -> new Ranked(it, Clusters.dot(vector, it.vector())))
        .filter(it -> it.cosine() >= NEAR)
        .sorted((a, b) -> Double.compare(b.cosine(), a.cosine()))
        .map(Ranked::one)
        .filter(it -> it.rights().stream().noneMatch(known::isOffered))
        .limit(MOST)
        .map(it -> new Near(it.rights(), it.sample()))
        .toList();
  }

  /** As "B07C". */
  public static List<String> subclasses(Collection<String> ipc) {
    return ipc.stream()
        .filter(it -> it.length() >= SUBCLASS)
        .map(it -> it.substring(0, SUBCLASS))
        .distinct()
        .collect(Collectors.toList());
  }
}

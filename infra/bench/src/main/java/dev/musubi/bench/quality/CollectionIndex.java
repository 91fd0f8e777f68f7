package dev.musubi.bench.quality;

import dev.musubi.bench.Texts;
import dev.musubi.embedding.Embedder;
import dev.musubi.embedding.Role;
import dev.musubi.matching.scoring.Asked;
import dev.musubi.matching.scoring.Candidate;
import dev.musubi.matching.scoring.Filter;
import dev.musubi.matching.scoring.Leg;
import dev.musubi.matching.scoring.Ranking;
import dev.musubi.matching.scoring.VectorText;
import dev.musubi.matching.search.ListingDocument;
import dev.musubi.matching.search.MatchingIndices;
import dev.musubi.matching.search.VectorField;
import dev.musubi.search.DocumentWrite;
import dev.musubi.search.SearchEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A collection as open listings in an index of the product, and the product's answers to it. */
public final class CollectionIndex {
  private static final int BULK = 500;
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private final MatchingIndices indices;
  private final Map<String, String> idOfListing = new HashMap<>();

  public CollectionIndex(SearchEngine engine, String prefix) {
    this.indices = MatchingIndices.of(engine, prefix);
  }

  public MatchingIndices indices() {
    return indices;
  }

  /** Writes all documents, as the product writes published listings. */
  public void fill(Collection collection, Optional<Embedder> embedder) {
    indices.listings().ensure();
    var documents = List.copyOf(collection.documents().values());
    documents.forEach(it -> idOfListing.put(it.listingId().toString(), it.id()));
    var vectors = embedder.map(it -> vectors(documents, it)).orElse(Map.of());
    for (var from = 0; from < documents.size(); from += BULK) {
      var bulk = new ArrayList<DocumentWrite>();
      for (var document : documents.subList(from, Math.min(from + BULK, documents.size()))) {
        var body = ListingDocument.of(document.listing(), null, TODAY);
        var vector = vectors.get(document.id());
        if (vector != null) {
          VectorField.into(body, embedder.orElseThrow().model(), vector);
        }
        bulk.add(new DocumentWrite.Put(document.listingId().toString(), 1, body));
      }
      write(bulk);
    }
    indices.listings().refresh();
  }

  private static Map<String, float[]> vectors(
      List<CollectionDocument> documents, Embedder embedder) {
    var texts = new LinkedHashMap<String, String>();
    for (var document : documents) {
      var text = VectorText.of(ListingDocument.question(document.listing()));
      if (!text.isBlank()) {
        texts.put(document.id(), text);
      }
    }
    var made = embedder.embed(Role.PASSAGE, List.copyOf(texts.values())).iterator();
    var vectors = new HashMap<String, float[]>();
    texts.keySet().forEach(it -> vectors.put(it, made.next()));
    return vectors;
  }

  private void write(List<DocumentWrite> bulk) {
    var report = indices.listings().write(bulk, false);
    if (!report.rejected().isEmpty()) {
      var first = report.rejected().getFirst();
      throw Texts.failure("failure.refused", idOfListing.get(first.id()), first.reason());
    }
  }

  /** Asks one question of every leg and of all of them together. */
  Trial ask(Query query, Ranking ranking, int depth) {
    var asked = ranking.ask(query.question());
    var lists = new LinkedHashMap<String, List<Candidate>>();
    for (var leg : ranking.legs()) {
      var prepared = asked.prepared().get(leg.name());
      if (prepared != null) {
        lists.put(leg.name(), leg.rank(prepared, depth, Filter.NONE));
      }
    }
    var legs = new LinkedHashMap<String, Trial.OfLeg>();
    for (var leg : ranking.legs()) {
      if (lists.containsKey(leg.name())) {
        legs.put(leg.name(), ofLeg(leg, asked, lists));
      }
    }
    var ranked = ranking.rank(asked, depth, Filter.NONE);
    var whole =
        ranked.documents().stream().map(it -> new Candidate(id(it.id()), it.fused())).toList();
    return new Trial(query, asked, legs, whole, whole);
  }

  private Trial.OfLeg ofLeg(Leg leg, Asked asked, Map<String, List<Candidate>> lists) {
    var prepared = java.util.Objects.requireNonNull(asked.prepared().get(leg.name()));
    var own = lists.getOrDefault(leg.name(), List.of());
    var missing = new LinkedHashSet<String>();
    lists.values().forEach(list -> list.forEach(it -> missing.add(it.id())));
    own.forEach(it -> missing.remove(it.id()));
    var raw = new HashMap<String, Double>();
    leg.score(List.of(prepared), missing).getFirst().forEach((id, it) -> raw.put(id(id), it));
    own.forEach(it -> raw.put(id(it.id()), it.raw()));
    var list = own.stream().map(it -> new Candidate(id(it.id()), it.raw())).toList();
    return new Trial.OfLeg(list, raw);
  }

  private String id(String listing) {
    return idOfListing.getOrDefault(listing, listing);
  }
}

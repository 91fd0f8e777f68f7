package dev.musubi.matching.application;

import dev.musubi.embedding.KeptVectors;
import dev.musubi.embedding.ModelIdentity;
import dev.musubi.embedding.Role;
import dev.musubi.matching.embedding.Model;
import dev.musubi.matching.persistence.KeptSentences;
import dev.musubi.matching.persistence.Projections.ListingRow;
import dev.musubi.matching.persistence.Projections.NeedRow;
import dev.musubi.matching.scoring.PackedVectors;
import dev.musubi.matching.scoring.Passages;
import dev.musubi.matching.scoring.VectorText;
import dev.musubi.matching.search.ListingDocument;
import dev.musubi.matching.search.NeedDocument;
import dev.musubi.matching.search.VectorField;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The vectors of documents: those that are kept already, and those that are still to be made. */
@Component
class DocumentVectors {
  private final Model model;
  private final KeptSentences keptSentences;

  DocumentVectors(Model model, KeptSentences keptSentences) {
    this.model = model;
    this.keptSentences = keptSentences;
  }

  /**
   * What is known of some documents.
   *
   * @param texts whose vectors they have, by document; those without a text are missing
   * @param vectors by text
   * @param passages the sentences of listings, by document
   * @param sentences their vectors, by the sentences' hash
   */
  record Known(
      boolean wanted,
      @Nullable ModelIdentity model,
      Map<UUID, String> texts,
      Map<String, float[]> vectors,
      Map<UUID, Passages> passages,
      Map<String, byte[]> sentences) {

    ObjectNode into(UUID id, ObjectNode document) {
      var vector = vectors.get(texts.getOrDefault(id, ""));
      if (model == null) {
        return document;
      }
      var its = passages.get(id);
      var packed = its == null ? null : packed(its);
      if (its != null && packed != null) {
        PackedVectors.into(document, model.key(), its, packed);
      }
      return vector == null ? document : VectorField.into(document, model, vector);
    }

    private byte @Nullable [] packed(Passages its) {
      return its.sentences().isEmpty() ? new byte[0] : sentences.get(its.hash());
    }

    Optional<float[]> vector(UUID id) {
      return Optional.ofNullable(vectors.get(texts.getOrDefault(id, "")));
    }

    /** Those of the documents whose vectors are still to be made. */
    List<UUID> missing(Set<UUID> among) {
      return texts.entrySet().stream()
          .filter(it -> wanted && among.contains(it.getKey()))
          .filter(it -> !vectors.containsKey(it.getValue()))
          .map(Map.Entry::getKey)
          .toList();
    }

    /** Those that have their own vector, but not yet those of their sentences. */
    List<UUID> missingSentences(Set<UUID> among) {
      return passages.entrySet().stream()
          .filter(it -> wanted && among.contains(it.getKey()))
          .filter(it -> vector(it.getKey()).isPresent() && packed(it.getValue()) == null)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  Known ofListings(Collection<ListingRow> rows) {
    return known(Role.PASSAGE, textsOfListings(rows), passages(rows));
  }

  Known ofNeeds(Collection<NeedRow> rows) {
    return known(Role.QUERY, textsOfNeeds(rows), Map.of());
  }

  static Map<UUID, String> textsOfListings(Collection<ListingRow> rows) {
    var texts = new LinkedHashMap<UUID, String>();
    for (var row : rows) {
      var state = row.state();
      if (row.open() && state != null) {
        put(texts, row.id(), VectorText.of(ListingDocument.question(state)));
      }
    }
    return texts;
  }

  static Map<UUID, Passages> passages(Collection<ListingRow> rows) {
    var passages = new LinkedHashMap<UUID, Passages>();
    for (var row : rows) {
      var state = row.state();
      if (row.open() && state != null) {
        passages.put(row.id(), ListingDocument.passages(state));
      }
    }
    return passages;
  }

  static Map<UUID, String> textsOfNeeds(Collection<NeedRow> rows) {
    var texts = new LinkedHashMap<UUID, String>();
    for (var row : rows) {
      var state = row.state();
      if (row.active() && state != null) {
        put(texts, row.id(), VectorText.of(NeedDocument.question(state)));
      }
    }
    return texts;
  }

  private static void put(Map<UUID, String> texts, UUID id, String text) {
    if (!text.isBlank()) {
      texts.put(id, text);
    }
  }

  private Known known(Role role, Map<UUID, String> texts, Map<UUID, Passages> passages) {
    KeptVectors kept = model.kept().orElse(null);
    var wanted = model.state() != Model.State.OFF;
    if (kept == null) {
      return new Known(wanted, null, texts, Map.of(), passages, Map.of());
    }
    var sentences =
        passages.isEmpty()
            ? Map.<String, byte[]>of()
            : keptSentences.known(kept.model().key(), passages.values());
    var vectors = kept.known(role, texts.values());
    return new Known(wanted, kept.model(), texts, vectors, passages, sentences);
  }
}

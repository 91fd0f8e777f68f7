package dev.musubi.matching.scoring;

import dev.musubi.model.Language;
import dev.musubi.search.LogicalIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which sentence of a document comes nearest to a question in meaning. The sentences' vectors stand
 * in the document; one that has none yet goes without.
 */
final class NearestSentence {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final LogicalIndex index;
  private final VectorSettings settings;

  NearestSentence(LogicalIndex index, VectorSettings settings) {
    this.index = index;
    this.settings = settings;
  }

  /** A document's sentences with their vectors, one after the other. */
  private record Read(String id, Passages passages, byte[] packed) {}

  List<Map<String, List<Evidence>>> find(
      List<VectorLeg.Meaning> questions, Collection<String> ids) {
    var model =
        questions.stream()
            .filter(it -> !it.isEmpty())
            .map(VectorLeg.Meaning::model)
            .findFirst()
            .orElse("");
    var documents = ids.isEmpty() || model.isEmpty() ? List.<Read>of() : read(ids, model);
    return questions.stream()
        .map(
            it ->
                it.model().equals(model)
                    ? nearest(it, documents)
                    : Map.<String, List<Evidence>>of())
        .toList();
  }

  private Map<String, List<Evidence>> nearest(VectorLeg.Meaning question, List<Read> documents) {
    var evidence = new HashMap<String, List<Evidence>>();
    if (!question.isEmpty()) {
      documents.forEach(
          it -> nearest(question, it).ifPresent(found -> evidence.put(it.id(), List.of(found))));
    }
    return evidence;
  }

  private Optional<Evidence> nearest(VectorLeg.Meaning question, Read document) {
    var sentences = document.passages().sentences();
    var count = Math.min(sentences.size(), document.packed().length / question.vector().length);
    var best = -1;
    var cosine = settings.passageCosine();
    for (var i = 0; i < count; i++) {
      var its = PackedVectors.cosine(question.vector(), document.packed(), i);
      if (its >= cosine) {
        best = i;
        cosine = its;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    var share = Math.clamp((cosine - settings.floor()) / (1 - settings.floor()), 0.0, 1.0);
    var sentence = sentences.get(best);
    return Optional.of(new Evidence(VectorLeg.NAME, sentence.field(), "", sentence.text(), share));
  }

  private List<Read> read(Collection<String> ids, String model) {
    var body = MAPPER.createObjectNode();
    body.put("size", ids.size()).put("track_total_hits", false);
    body.set("query", TextQuery.ids(ids));
    var sources = body.putArray("_source");
    for (var language : Language.values()) {
      TextSettings.Fields.SHIPPED.order().forEach(it -> sources.add(language.code() + "." + it));
    }
    PackedVectors.sources().forEach(sources::add);
    var documents = new ArrayList<Read>();
    for (var hit : index.search(body).path("hits").path("hits")) {
      documents.add(read(hit.path("_id").asString(), hit.path("_source"), model));
    }
    return documents;
  }

  private static Read read(String id, JsonNode source, String model) {
    var passages = Passages.of(source);
    return new Read(id, passages, PackedVectors.read(source, model, passages));
  }
}

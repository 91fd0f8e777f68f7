package dev.musubi.matching.application;

import dev.musubi.embedding.KeptVectors;
import dev.musubi.embedding.Role;
import dev.musubi.matching.embedding.Model;
import dev.musubi.matching.embedding.Progress;
import dev.musubi.matching.persistence.KeptSentences;
import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.persistence.Tasks;
import dev.musubi.matching.persistence.Tasks.Cause;
import dev.musubi.matching.persistence.Tasks.Kind;
import dev.musubi.matching.persistence.Tasks.Task;
import dev.musubi.matching.scoring.Passages;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes the vectors of documents that are in the index without, keeps them, and has the documents
 * written and their pairs scored again.
 */
@Component
class EmbedDocuments {
  private final Model model;
  private final Projections projections;
  private final Tasks tasks;
  private final KeptSentences keptSentences;
  private final Progress progress;
  private final Wake wake;

  EmbedDocuments(
      Model model,
      Projections projections,
      Tasks tasks,
      KeptSentences keptSentences,
      Progress progress,
      Wake wake) {
    this.model = model;
    this.projections = projections;
    this.tasks = tasks;
    this.keptSentences = keptSentences;
    this.progress = progress;
    this.wake = wake;
  }

  /** In the caller's transaction. */
  void listings(List<Task> claimed) {
    var texts = DocumentVectors.textsOfListings(projections.listings(subjects(claimed)));
    make(Role.PASSAGE, texts);
    projections.reviseListings(texts.keySet());
    tasks.add(Kind.INDEX_LISTING, texts.keySet(), Cause.VECTOR);
    tasks.done(claimed);
    wake.afterCommit();
  }

  /** In the caller's transaction. */
  void needs(List<Task> claimed) {
    var texts = DocumentVectors.textsOfNeeds(projections.needs(subjects(claimed)));
    make(Role.QUERY, texts);
    projections.reviseNeeds(texts.keySet());
    tasks.add(Kind.INDEX_NEED, texts.keySet(), Cause.VECTOR);
    tasks.done(claimed);
    wake.afterCommit();
  }

  /** Those of listings' sentences, in the caller's transaction. */
  void sentences(List<Task> claimed) {
    var passages = DocumentVectors.passages(projections.listings(subjects(claimed)));
    make(passages.values());
    projections.reviseListings(passages.keySet());
    tasks.add(Kind.INDEX_LISTING, passages.keySet(), Cause.VECTOR);
    tasks.done(claimed);
    wake.afterCommit();
  }

  /** All sentences at once: those of like length share a run of the model. */
  private void make(Collection<Passages> passages) {
    var key = kept().model().key();
    var known = keptSentences.known(key, passages);
    var missing = passages.stream().distinct().filter(it -> !known.containsKey(it.hash())).toList();
    var from = System.nanoTime();
    var made =
        model.ofSentences(missing.stream().flatMap(it -> it.texts().stream()).toList()).iterator();
    var vectors = new LinkedHashMap<Passages, List<float[]>>();
    missing.forEach(it -> vectors.put(it, it.texts().stream().map(_ -> made.next()).toList()));
    keptSentences.keep(key, vectors);
    progress.made(missing.size(), System.nanoTime() - from);
  }

  private void make(Role role, Map<UUID, String> texts) {
    if (!texts.isEmpty()) {
      var from = System.nanoTime();
      kept().of(role, List.copyOf(texts.values()));
      progress.made(texts.size(), System.nanoTime() - from);
    }
  }

  private KeptVectors kept() {
    return model.kept().orElseThrow(() -> new EnginesAway("the model is not there"));
  }

  private static List<UUID> subjects(Collection<Task> claimed) {
    return claimed.stream().map(Task::subject).distinct().toList();
  }
}

package dev.musubi.matching.application;

import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.persistence.Projections.ListingRow;
import dev.musubi.matching.persistence.Projections.NeedRow;
import dev.musubi.matching.persistence.Tasks;
import dev.musubi.matching.persistence.Tasks.Cause;
import dev.musubi.matching.persistence.Tasks.Kind;
import dev.musubi.matching.persistence.Tasks.Task;
import dev.musubi.matching.search.ListingDocument;
import dev.musubi.matching.search.MatchingIndices;
import dev.musubi.matching.search.NeedDocument;
import dev.musubi.search.BulkReport;
import dev.musubi.search.DocumentWrite;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings changed needs and listings into their indices, and makes them visible there before the
 * search for what fits them is even queued: of two that arrive together at least one sees the
 * other.
 */
@Component
class IndexDocuments {
  private static final Logger LOG = LoggerFactory.getLogger(IndexDocuments.class);

  private final MatchingIndices indices;
  private final Projections projections;
  private final Tasks tasks;
  private final Judgement judgement;
  private final DocumentVectors vectors;

  IndexDocuments(
      MatchingIndices indices,
      Projections projections,
      Tasks tasks,
      Judgement judgement,
      DocumentVectors vectors) {
    this.vectors = vectors;
    this.indices = indices;
    this.projections = projections;
    this.tasks = tasks;
    this.judgement = judgement;
  }

  /** In the caller's transaction. */
  void listings(Collection<Task> claimed) {
    var rows = projections.listings(subjects(claimed));
    var known = vectors.ofListings(rows);
    report(indices.listings().write(writes(rows, known), true));
    var open =
        rows.stream().filter(ListingRow::open).map(ListingRow::id).collect(Collectors.toSet());
    tasks.add(Kind.MATCH_LISTING, toMatch(claimed, open), Cause.LISTING);
    tasks.add(Kind.MATCH_LISTING, toMatchAgain(claimed, open), Cause.VECTOR);
    tasks.add(Kind.EMBED_LISTING, known.missing(open), Cause.VECTOR);
    tasks.add(Kind.EMBED_SENTENCES, known.missingSentences(open), Cause.VECTOR);
    tasks.done(claimed);
  }

  /** In the caller's transaction. */
  void needs(Collection<Task> claimed) {
    var rows = projections.needs(subjects(claimed));
    var known = vectors.ofNeeds(rows);
    report(indices.needs().write(rows.stream().map(it -> write(it, known)).toList(), true));
    var active = rows.stream().filter(NeedRow::active).map(NeedRow::id).collect(Collectors.toSet());
    tasks.add(Kind.MATCH_NEED, toMatch(claimed, active), Cause.NEED);
    tasks.add(Kind.MATCH_NEED, toMatchAgain(claimed, active), Cause.VECTOR);
    tasks.add(Kind.EMBED_NEED, known.missing(active), Cause.VECTOR);
    tasks.done(claimed);
  }

  /** What the index is to hold of these listings, with those vectors that are kept. */
  List<DocumentWrite> writesOfListings(List<ListingRow> rows) {
    return writes(rows, vectors.ofListings(rows));
  }

  /** As {@link #writesOfListings}. */
  List<DocumentWrite> writesOfNeeds(List<NeedRow> rows) {
    var known = vectors.ofNeeds(rows);
    return rows.stream().map(it -> write(it, known)).toList();
  }

  private List<DocumentWrite> writes(List<ListingRow> rows, DocumentVectors.Known known) {
    return rows.stream().map(it -> write(it, known)).toList();
  }

  private DocumentWrite write(ListingRow row, DocumentVectors.Known known) {
    var state = row.state();
    var id = row.id().toString();
    return row.open() && state != null
        ? new DocumentWrite.Put(
            id,
            row.revision(),
            known.into(row.id(), ListingDocument.of(state, row.organisation(), judgement.today())))
        : new DocumentWrite.Remove(id, row.revision());
  }

  private static DocumentWrite write(NeedRow row, DocumentVectors.Known known) {
    var state = row.state();
    var id = row.id().toString();
    return row.active() && state != null
        ? new DocumentWrite.Put(id, row.revision(), known.into(row.id(), NeedDocument.of(state)))
        : new DocumentWrite.Remove(id, row.revision());
  }

  private static List<UUID> subjects(Collection<Task> claimed) {
    return claimed.stream().map(Task::subject).distinct().toList();
  }

  private static Set<UUID> toMatch(Collection<Task> claimed, Set<UUID> open) {
    return with(claimed, open, Set.of(Cause.NEED, Cause.LISTING));
  }

  /** Those of which nothing is news but the vector. */
  private static Set<UUID> toMatchAgain(Collection<Task> claimed, Set<UUID> open) {
    var ids = with(claimed, open, Set.of(Cause.VECTOR));
    ids.removeAll(toMatch(claimed, open));
    return ids;
  }

  private static Set<UUID> with(Collection<Task> claimed, Set<UUID> open, Set<Cause> causes) {
    var ids = new LinkedHashSet<UUID>();
    for (var task : claimed) {
      if (causes.contains(task.cause()) && open.contains(task.subject())) {
        ids.add(task.subject());
      }
    }
    return ids;
  }

  private static void report(BulkReport report) {
    for (var rejected : report.rejected()) {
      LOG.error("The index refuses {}: {}", rejected.id(), rejected.reason());
    }
  }
}

package dev.musubi.matching.application;

import dev.musubi.embedding.EmbeddingUnavailable;
import dev.musubi.matching.MatchingSettings;
import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.persistence.Tasks;
import dev.musubi.matching.persistence.Tasks.Kind;
import dev.musubi.matching.persistence.Tasks.Task;
import dev.musubi.observability.Span;
import dev.musubi.observability.Trace;
import dev.musubi.search.SearchAway;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off tasks: claim, work and delete in one transaction, so that a process that dies leaves
 * them to the next. Any number of workers in any number of instances may run.
 */
@Component
class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final int INDEX_AT_ONCE = 500;
  private static final int MATCH_AT_ONCE = 1;
  private static final int ATTEMPTS = 6;
  private static final int SWEEP_AT_ONCE = 100_000;

  private final Tasks tasks;
  private final Projections projections;
  private final PrepareIndices prepareIndices;
  private final IndexDocuments index;
  private final MatchNeed matchNeed;
  private final MatchListing matchListing;
  private final EmbedDocuments embed;
  private final RebuildIndices rebuild;
  private final AtomicBoolean compared = new AtomicBoolean();
  private final TransactionTemplate transaction;
  private final MatchingSettings settings;
  private final Clock clock;

  Worker(
      Tasks tasks,
      Projections projections,
      PrepareIndices prepareIndices,
      IndexDocuments index,
      MatchNeed matchNeed,
      MatchListing matchListing,
      EmbedDocuments embed,
      RebuildIndices rebuild,
      TransactionTemplate transaction,
      MatchingSettings settings,
      Clock clock) {
    this.tasks = tasks;
    this.projections = projections;
    this.prepareIndices = prepareIndices;
    this.index = index;
    this.matchNeed = matchNeed;
    this.matchListing = matchListing;
    this.embed = embed;
    this.rebuild = rebuild;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * One round: a batch of each kind.
   *
   * @return whether there was anything to do
   * @throws EnginesAway when an engine cannot be reached: pause, nothing is lost
   */
  boolean round() {
    prepare();
    var worked = step(Kind.INDEX_NEED, INDEX_AT_ONCE, index::needs);
    worked |= step(Kind.INDEX_LISTING, INDEX_AT_ONCE, index::listings);
    worked |= sweep();
    worked |= step(Kind.MATCH_NEED, MATCH_AT_ONCE, claimed -> claimed.forEach(this::matchNeed));
    worked |=
        step(Kind.MATCH_LISTING, MATCH_AT_ONCE, claimed -> claimed.forEach(this::matchListing));
    return worked;
  }

  /**
   * One round of embedding, in a thread of its own: needs first, because somebody waits for them,
   * and sentences last, for they find nothing and only explain.
   *
   * @param batch most documents of one transaction
   * @return whether there was anything to do
   */
  boolean embed(int batch) {
    return step(Kind.EMBED_NEED, batch, embed::needs)
        || step(Kind.EMBED_LISTING, batch, embed::listings)
        || step(Kind.EMBED_SENTENCES, Math.max(1, batch / 4), embed::sentences);
  }

  private void prepare() {
    try {
      prepareIndices.run();
      if (compared.compareAndSet(false, true)) {
        rebuild.startIfOutdated();
      }
    } catch (SearchAway away) {
      throw new EnginesAway(String.valueOf(away.getMessage()));
    }
  }

  private void matchNeed(Task task) {
    tasks.absorb(task);
    matchNeed.run(task.subject());
    tasks.done(List.of(task));
  }

  private void matchListing(Task task) {
    tasks.absorb(task);
    matchListing.run(task.subject());
    tasks.done(List.of(task));
  }

  private boolean step(Kind kind, int limit, Consumer<List<Task>> work) {
    var claimed = new ArrayList<Task>();
    try {
      transaction.executeWithoutResult(
          _ -> {
            claimed.addAll(tasks.claim(kind, limit));
            if (!claimed.isEmpty()) {
              traced(claimed, work);
            }
          });
      return !claimed.isEmpty();
    } catch (SearchAway
        | EnginesAway
        | EmbeddingUnavailable
        | DataAccessResourceFailureException
        | CannotCreateTransactionException away) {
      throw new EnginesAway(String.valueOf(away.getMessage()));
    } catch (RuntimeException failure) {
      failed(claimed, failure, work);
      return true;
    }
  }

  /** In the trace of what brought the work; a batch counts as brought by its first. */
  private static void traced(List<Task> claimed, Consumer<List<Task>> work) {
    var first = claimed.getFirst();
    Trace.within(
        Span.Kind.CONSUMER, first.kind().name(), first.trace(), () -> work.accept(claimed));
  }

  /** A batch is tried one by one, so that one bad document holds up nobody else. */
  private void failed(List<Task> claimed, RuntimeException failure, Consumer<List<Task>> work) {
    if (claimed.size() > 1) {
      for (var task : claimed) {
        alone(task, work);
      }
    } else if (!claimed.isEmpty()) {
      later(claimed.getFirst(), failure);
    }
  }

  private void alone(Task task, Consumer<List<Task>> work) {
    try {
      transaction.executeWithoutResult(_ -> traced(List.of(task), work));
    } catch (SearchAway | EnginesAway | EmbeddingUnavailable away) {
      throw new EnginesAway(String.valueOf(away.getMessage()));
    } catch (RuntimeException failure) {
      later(task, failure);
    }
  }

  private void later(Task task, RuntimeException failure) {
    Trace.within(Span.Kind.INTERNAL, "later", task.trace(), () -> tryLater(task, failure));
  }

  private void tryLater(Task task, RuntimeException failure) {
    var passing = failure instanceof TransientDataAccessException;
    if (!passing) {
      LOG.warn("{} of {} failed and will be tried again", task.kind(), task.subject(), failure);
    }
    var pause = passing ? Duration.ofMillis(200) : Duration.ofSeconds(2);
    var attempts = passing ? 100 : ATTEMPTS;
    transaction.executeWithoutResult(
        _ -> tasks.failed(task, String.valueOf(failure), pause, attempts));
  }

  /**
   * When more listings wait than there are needs, all needs are matched once instead. While an
   * import still runs this waits a little, so that not every batch brings a round of all needs.
   */
  private boolean sweep() {
    var needs = projections.countActiveNeeds();
    var limit = Math.max(1, needs) + 1;
    if (tasks.waiting(Kind.MATCH_LISTING, limit) < limit) {
      return false;
    }
    var swept =
        transaction.execute(
            _ -> {
              var claimed = tasks.claim(Kind.MATCH_LISTING, SWEEP_AT_ONCE);
              if (claimed.size() < limit || mayWait(claimed)) {
                return false;
              }
              tasks.matchAllNeedsInstead(claimed);
              return true;
            });
    return Boolean.TRUE.equals(swept);
  }

  private boolean mayWait(List<Task> claimed) {
    var oldest = claimed.getFirst().createdAt();
    return tasks.waiting(Kind.INDEX_LISTING, 1) > 0
        && oldest.isAfter(clock.instant().minus(settings.sweepAfter()));
  }
}

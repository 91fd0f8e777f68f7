package dev.musubi.matching.application;

import dev.musubi.matching.persistence.Projections;
import dev.musubi.matching.persistence.Projections.ListingRow;
import dev.musubi.matching.persistence.Projections.NeedRow;
import dev.musubi.matching.persistence.Tasks;
import dev.musubi.matching.search.MatchingIndices;
import dev.musubi.search.BulkReport;
import dev.musubi.search.DocumentWrite;
import dev.musubi.search.LogicalIndex;
import dev.musubi.search.SearchAway;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes both indices anew beside the old ones, from what this service keeps in its database.
 * Searches and changes go on meanwhile: a change is written to both generations, and what the
 * rebuild reads never overwrites it, for it carries the older revision. Of several instances one
 * rebuilds at a time.
 */
@Component
public class RebuildIndices {
  private static final Logger LOG = LoggerFactory.getLogger(RebuildIndices.class);
  private static final int PAGE = 200;

  /** How long one step is tried anew. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Number of the advisory lock; any, but always the same. */
  private static final long LOCK = 0x6d_7573_7562_6901L;

  private final MatchingIndices indices;
  private final PrepareIndices prepare;
  private final IndexDocuments documents;
  private final Projections projections;
  private final Tasks tasks;
  private final DataSource database;
  private final Clock clock;
  private final AtomicReference<@Nullable RebuildProgress> last = new AtomicReference<>();

  RebuildIndices(
      MatchingIndices indices,
      PrepareIndices prepare,
      IndexDocuments documents,
      Projections projections,
      Tasks tasks,
      DataSource database,
      Clock clock) {
    this.indices = indices;
    this.prepare = prepare;
    this.documents = documents;
    this.projections = projections;
    this.tasks = tasks;
    this.database = database;
    this.clock = clock;
  }

  /** Starts one when an index is not as this program defines it any more. */
  void startIfOutdated() {
    if (indices.listings().outdated() || indices.needs().outdated()) {
      LOG.info("The indices are of another definition and are built anew");
      start();
    }
  }

  /** The rebuild that runs here, or the last one that did. */
  public Optional<RebuildProgress> progress() {
    return Optional.ofNullable(last.get());
  }

  /** Starts a rebuild, unless one runs here already; then that one is the answer. */
  public RebuildProgress start() {
    var begun = RebuildProgress.begun(clock.instant());
    var before = last.getAndUpdate(it -> it != null && it.isRunning() ? it : begun);
    if (before != null && before.isRunning()) {
      return before;
    }
    Thread.ofVirtual().name("rebuild").start(this::run);
    return begun;
  }

  private void run() {
    try (var connection = database.getConnection()) {
      if (!lock(connection)) {
        end(RebuildProgress.State.ELSEWHERE, null);
        return;
      }
      try {
        rebuild();
        // What was set aside, mostly for what an index refused, has another chance with the new
        // one.
        tasks.release();
        end(RebuildProgress.State.DONE, null);
      } finally {
        unlock(connection);
      }
    } catch (SQLException | RuntimeException failure) {
      LOG.error("The rebuild of the indices has stopped; the old ones stay in use", failure);
      end(RebuildProgress.State.FAILED, String.valueOf(failure.getMessage()));
    }
  }

  private void rebuild() {
    prepare.run();
    tell(it -> it.counted(projections.countOpenListings(), projections.countActiveNeeds()));
    var listings = begin(indices.listings());
    @Nullable UUID after = null;
    for (var page = listingsAfter(after); !page.isEmpty(); page = listingsAfter(after)) {
      fill(indices.listings(), listings, documents.writesOfListings(page));
      after = page.getLast().id();
      var count = page.size();
      tell(it -> it.withListings(count));
    }
    finish(indices.listings(), listings);
    var needs = begin(indices.needs());
    after = null;
    for (var page = needsAfter(after); !page.isEmpty(); page = needsAfter(after)) {
      fill(indices.needs(), needs, documents.writesOfNeeds(page));
      after = page.getLast().id();
      var count = page.size();
      tell(it -> it.withNeeds(count));
    }
    finish(indices.needs(), needs);
  }

  private List<ListingRow> listingsAfter(@Nullable UUID id) {
    return projections.openListingsAfter(id, PAGE);
  }

  private List<NeedRow> needsAfter(@Nullable UUID id) {
    return projections.activeNeedsAfter(id, PAGE);
  }

  /** What a rebuild that was killed has left behind would take every write for nothing. */
  private String begin(LogicalIndex index) {
    return patiently(
        () -> {
          index.dropOthers(null);
          return index.startGeneration();
        });
  }

  private void finish(LogicalIndex index, String generation) {
    patiently(
        () -> {
          index.swapTo(generation);
          index.dropOthers(null);
          return generation;
        });
  }

  private void fill(LogicalIndex index, String generation, List<DocumentWrite> page) {
    BulkReport report = patiently(() -> index.fill(generation, page));
    for (var rejected : report.rejected()) {
      LOG.error("The new index refuses {}: {}", rejected.id(), rejected.reason());
    }
  }

  /** Whoever imports or matches meanwhile goes first: the rebuild waits and tries again. */
  private <T> T patiently(Supplier<T> step) {
    var end = clock.instant().plus(PATIENCE);
    for (var pause = Duration.ofSeconds(1); ; pause = pause.multipliedBy(2)) {
      try {
        return step.get();
      } catch (SearchAway away) {
        if (clock.instant().plus(pause).isAfter(end)) {
          throw away;
        }
        LOG.info("The rebuild waits {}: {}", pause, away.getMessage());
        rest(pause);
      }
    }
  }

  private static void rest(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private void tell(UnaryOperator<RebuildProgress> change) {
    last.updateAndGet(it -> it == null ? null : change.apply(it));
  }

  private void end(RebuildProgress.State state, @Nullable String failure) {
    tell(it -> it.ended(state, clock.instant(), failure));
  }

  private static boolean lock(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, LOCK);
      try (var row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static void unlock(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT pg_advisory_unlock(?)")) {
      statement.setLong(1, LOCK);
      statement.execute();
    }
  }
}

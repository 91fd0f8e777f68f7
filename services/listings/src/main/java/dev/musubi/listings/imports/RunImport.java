package dev.musubi.listings.imports;

import dev.musubi.listings.application.ListingsUpsert;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off one import. Rows and the place in the file are stored in one transaction a batch, so an
 * import that was stopped at any moment goes on behind the last stored row, on any instance.
 */
@Service
class RunImport {
  private static final Logger LOG = LoggerFactory.getLogger(RunImport.class);
  static final Duration LEASE = Duration.ofSeconds(30);

  /** An import that stumbles so often at one place is not tried again. */
  private static final int MOST_STUMBLES = 5;

  private final ImportStore store;
  private final ListingsUpsert listings;
  private final TransactionTemplate transaction;
  private final Formats formats = Formats.load();
  private volatile boolean stopping;

  RunImport(ImportStore store, ListingsUpsert listings, TransactionTemplate transaction) {
    this.store = store;
    this.listings = listings;
    this.transaction = transaction;
  }

  /** Takes the oldest open import and works it off. False when there is none. */
  boolean next() {
    UUID claim = UUID.randomUUID();
    return store
        .claim(claim, LEASE)
        .map(
            job -> {
              run(job, claim);
              return true;
            })
        .orElse(false);
  }

  /**
   * Ends the import under way behind its current batch, so that another instance goes on at once.
   */
  void stop() {
    stopping = true;
  }

  private void run(ImportJob job, UUID claim) {
    List<StoredFile> opened = new ArrayList<>();
    try (OpenedFile file =
        OpenedFile.open(
            formats,
            () -> {
              opened.add(new StoredFile(store, job.id()));
              return opened.getLast();
            },
            job.requestedFormat())) {
      store.recognised(job.id(), file.format().id(), file.encoding().label(), file.headers());
      readAll(job, claim, file, opened.getLast());
    } catch (OpenedFile.Unrecognised e) {
      fail(job, claim, e.code(), String.join(", ", e.headers()));
    } catch (IOException e) {
      fail(job, claim, "unreadable", e.getMessage() == null ? "" : e.getMessage());
    } catch (TakenOver e) {
      LOG.info("Import {} was taken over by another instance", job.id());
    } catch (Stopped e) {
      store.release(job.id(), claim);
    } catch (DataAccessResourceFailureException | CannotCreateTransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Import {} stopped", job.id(), e);
      if (store.stumbled(job.id()) >= MOST_STUMBLES) {
        fail(job, claim, "internal", job.id().toString());
      }
    }
  }

  /** This instance stops. */
  private static final class Stopped extends RuntimeException {}

  /** Another instance works on this import now. */
  private static final class TakenOver extends RuntimeException {}

  private void readAll(ImportJob job, UUID claim, OpenedFile file, StoredFile bytes) {
    RowReader reader = new RowReader(file.format());
    long rows = skip(file.rows(), reader, job.rowsRead());
    List<ReadRow> batch = new ArrayList<>(ListingsUpsert.ROWS);
    while (file.rows().hasNext()) {
      if (stopping) {
        throw new Stopped();
      }
      batch.add(reader.read(file.rows().next()));
      rows++;
      if (batch.size() == ListingsUpsert.ROWS || !file.rows().hasNext()) {
        store(job, claim, file.format(), batch, progress(rows, bytes, reader));
        batch.clear();
      }
    }
    transaction.executeWithoutResult(
        _ -> {
          renew(job, claim);
          store.finish(job.id(), ImportJob.State.DONE, null, null);
        });
  }

  private static long skip(Rows rows, RowReader reader, long count) {
    long skipped = 0;
    while (skipped < count && rows.hasNext()) {
      reader.read(rows.next());
      skipped++;
    }
    return skipped;
  }

  private static ImportStore.Progress progress(long rows, StoredFile bytes, RowReader reader) {
    return new ImportStore.Progress(
        rows, bytes.position(), ImportJob.Counts.NONE, List.copyOf(reader.unknownColumns()));
  }

  /**
   * A batch that cannot be stored for a reason that nobody foresaw is tried row by row, so that one
   * row costs no other.
   */
  private void store(
      ImportJob job, UUID claim, Format format, List<ReadRow> rows, ImportStore.Progress progress) {
    List<Binding> bindings = rows.stream().map(Binding::of).toList();
    try {
      storeTogether(job, claim, format, bindings, progress);
    } catch (DataAccessResourceFailureException | CannotCreateTransactionException | TakenOver e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("A batch of import {} is stored row by row: {}", job.id(), e.toString());
      storeEach(job, claim, format, bindings, progress);
    }
  }

  private void storeEach(
      ImportJob job,
      UUID claim,
      Format format,
      List<Binding> bindings,
      ImportStore.Progress progress) {
    long before = progress.rowsRead() - bindings.size();
    for (int i = 0; i < bindings.size(); i++) {
      ImportStore.Progress reached =
          new ImportStore.Progress(
              before + i + 1,
              progress.bytesRead(),
              ImportJob.Counts.NONE,
              progress.unknownColumns());
      Binding binding = bindings.get(i);
      try {
        storeTogether(job, claim, format, List.of(binding), reached);
      } catch (DataAccessResourceFailureException
          | CannotCreateTransactionException
          | TakenOver e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.warn("Row {} of import {} cannot be stored", binding.read().line(), job.id(), e);
        storeTogether(job, claim, format, List.of(binding.refused()), reached);
      }
    }
  }

  private void storeTogether(
      ImportJob job,
      UUID claim,
      Format format,
      List<Binding> bindings,
      ImportStore.Progress progress) {
    transaction.executeWithoutResult(
        _ -> {
          renew(job, claim);
          List<ListingsUpsert.Row> sound =
              bindings.stream().flatMap(binding -> binding.row().stream()).toList();
          List<ListingsUpsert.Result> results =
              sound.isEmpty()
                  ? List.of()
                  : listings.upsert(
                      new ListingsUpsert.Batch(
                          job.organisationId(),
                          format.id(),
                          job.publish(),
                          job.mandate(),
                          job.actor(),
                          sound));
          ImportJob.Counts counts = new BatchOutcome(store, job.id()).record(bindings, results);
          store.progress(
              job.id(),
              new ImportStore.Progress(
                  progress.rowsRead(), progress.bytesRead(), counts, progress.unknownColumns()));
        });
  }

  private void renew(ImportJob job, UUID claim) {
    if (!store.renew(job.id(), claim, LEASE)) {
      throw new TakenOver();
    }
  }

  private void fail(ImportJob job, UUID claim, String code, String detail) {
    transaction.executeWithoutResult(
        _ -> {
          if (store.renew(job.id(), claim, LEASE)) {
            store.finish(job.id(), ImportJob.State.FAILED, code, detail);
          }
        });
  }
}

package dev.musubi.listings.imports;

import dev.musubi.listings.application.ListingsUpsert;
import dev.musubi.listings.domain.FailedCheck;
import dev.musubi.listings.domain.Fault;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what became of a batch, and keeps what its rows' author should know. */
final class BatchOutcome {
  private final ImportStore store;
  private final UUID importId;

  BatchOutcome(ImportStore store, UUID importId) {
    this.store = store;
    this.importId = importId;
  }

  /**
   * @param bindings all rows of the batch
   * @param results of those among them that could be bound, in order
   */
  ImportJob.Counts record(List<Binding> bindings, List<ListingsUpsert.Result> results) {
    Iterator<ListingsUpsert.Result> next = results.iterator();
    ImportJob.Counts counts = ImportJob.Counts.NONE;
    for (Binding binding : bindings) {
      ListingsUpsert.Result result = binding.row().isPresent() ? next.next() : null;
      problems(binding, result);
      counts = counts.plus(count(result));
    }
    return counts;
  }

  private static ImportJob.Counts count(ListingsUpsert.@Nullable Result result) {
    if (result == null) {
      return new ImportJob.Counts(0, 0, 0, 1, 0);
    }
    long published = result.published() ? 1 : 0;
    return switch (result.outcome()) {
      case CREATED -> new ImportJob.Counts(1, 0, 0, 0, published);
      case UPDATED -> new ImportJob.Counts(0, 1, 0, 0, published);
      case UNCHANGED -> new ImportJob.Counts(0, 0, 1, 0, published);
      case REJECTED -> new ImportJob.Counts(0, 0, 0, 1, 0);
    };
  }

  private void problems(Binding binding, ListingsUpsert.@Nullable Result result) {
    for (RowProblem problem : binding.read().problems()) {
      keep(binding, result, problem);
    }
    if (binding.problem() != null) {
      keep(binding, result, binding.problem());
    }
    if (result != null) {
      result.faults().forEach(fault -> keep(binding, result, fault));
      result.failedChecks().forEach(check -> keep(binding, result, check));
    }
  }

  private void keep(Binding binding, ListingsUpsert.@Nullable Result result, RowProblem problem) {
    add(
        binding,
        result,
        problem.severity(),
        problem.column(),
        "import.row." + problem.code(),
        List.of(),
        problem.found());
  }

  private void keep(Binding binding, ListingsUpsert.Result result, Fault fault) {
    String column = column(binding, fault.pointer());
    add(
        binding,
        result,
        RowProblem.Severity.ERROR,
        column,
        "problem.field." + fault.code(),
        List.of(),
        null);
  }

  /** A row that was stored but not published is no error, yet its owner must hear why. */
  private void keep(Binding binding, ListingsUpsert.Result result, FailedCheck check) {
    add(
        binding,
        result,
        RowProblem.Severity.WARNING,
        column(binding, check.pointer()),
        "listings.check." + check.code(),
        check.args(),
        null);
  }

  private static String column(Binding binding, String pointer) {
    return binding.read().columns().getOrDefault(pointer, pointer);
  }

  private void add(
      Binding binding,
      ListingsUpsert.@Nullable Result result,
      RowProblem.Severity severity,
      @Nullable String column,
      String key,
      List<String> args,
      @Nullable String found) {
    store.addProblem(
        importId,
        new RecordedProblem(
            0,
            binding.read().line(),
            binding.read().externalId(),
            result == null ? null : result.listingId(),
            severity,
            column,
            key,
            args,
            found));
  }
}

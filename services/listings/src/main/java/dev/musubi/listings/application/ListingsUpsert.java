package dev.musubi.listings.application;

import dev.musubi.listings.domain.FailedCheck;
import dev.musubi.listings.domain.Fault;
import dev.musubi.listings.domain.ListingContent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door for bulk: creates and updates many listings of one organisation in one transaction.
 *
 * <p>A row is the same as a listing when source and external id are the same, or else when they
 * share the number of a right within the organisation. The same batch may be sent again at any
 * time: rows that say nothing new are {@link Outcome#UNCHANGED}, and nothing is sent twice. A
 * listing that was matched by a right's number alone only has its gaps filled, so that a poorer
 * source never wipes what a richer one or a person wrote.
 */
public interface ListingsUpsert {
  /** Best size of a batch. */
  int ROWS = 500;

  /** Largest size of a batch. */
  int MAX_ROWS = 1_000;

  /**
   * Works in a transaction of its own, or joins the caller's. On return all rows are answered, in
   * order. Throws only for reasons that have nothing to do with a row (the database is away), and
   * then nothing of the batch has been done.
   */
  List<Result> upsert(Batch batch);

  /**
   * @param organisation whose listings these are
   * @param source short name of the format or collection, for example {@code "j-platpat"}; external
   *     ids are unique within it
   * @param publish whether to publish what passes the checks; otherwise rows stay or become drafts,
   *     and what is already published is updated and stays so
   * @param mandate the organisation's declaration that every right holder in the file has given its
   *     consent or mandate (委任状), with a reference to the papers; null when it declares nothing. It
   *     is recorded with each owner, as the Patent Act (article 73 paragraph 3) asks
   * @param actor account or client that started it, for the versions
   */
  record Batch(
      UUID organisation,
      String source,
      boolean publish,
      @Nullable String mandate,
      String actor,
      List<Row> rows) {
    public Batch {
      rows = List.copyOf(rows);
      if (rows.size() > MAX_ROWS) {
        throw new IllegalArgumentException("at most " + MAX_ROWS + " rows a batch");
      }
    }
  }

  /**
   * @param externalId identity of the row in its source (文献番号, 開放特許情報番号, Lens ID …), or null when
   *     the row has none and only its rights identify it
   */
  record Row(@Nullable String externalId, ListingContent content) {}

  /** What became of a row. */
  enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED
  }

  /**
   * @param listingId null when rejected
   * @param published whether the listing is on offer now
   * @param faults why it was rejected
   * @param failedChecks why it was not published although that was asked for
   */
  record Result(
      Outcome outcome,
      @Nullable UUID listingId,
      boolean published,
      List<Fault> faults,
      List<FailedCheck> failedChecks) {
    public Result {
      faults = List.copyOf(faults);
      failedChecks = List.copyOf(failedChecks);
    }
  }
}

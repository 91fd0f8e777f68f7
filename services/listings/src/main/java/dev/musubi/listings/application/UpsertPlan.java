package dev.musubi.listings.application;

import dev.musubi.listings.application.Listings.Imported;
import dev.musubi.listings.application.ListingsUpsert.Batch;
import dev.musubi.listings.application.ListingsUpsert.Outcome;
import dev.musubi.listings.application.ListingsUpsert.Result;
import dev.musubi.listings.domain.ConsentLedger;
import dev.musubi.listings.domain.ContentGaps;
import dev.musubi.listings.domain.ContentRules.Checked;
import dev.musubi.listings.domain.FailedCheck;
import dev.musubi.listings.domain.Fault;
import dev.musubi.listings.domain.Lister;
import dev.musubi.listings.domain.ListingContent;
import dev.musubi.listings.domain.RightNumbers;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides, row by row, what becomes of a batch. Later rows see what earlier ones did. */
final class UpsertPlan {
  private final Batch batch;
  private final Lister lister;
  private final Known known;
  private final Days days;
  private final Map<UUID, UpsertWork> works = new LinkedHashMap<>();

  UpsertPlan(Batch batch, Lister lister, Known known, Days days) {
    this.batch = batch;
    this.lister = lister;
    this.known = known;
    this.days = days;
  }

  /** What is there, to be added to. */
  record Known(
      Map<String, Imported> byExternalId,
      Map<String, Imported> byRight,
      Map<UUID, ConsentLedger> ledgers) {}

  /** Works that have something to write. */
  Collection<UpsertWork> works() {
    return works.values().stream().filter(UpsertWork::isDirty).toList();
  }

  Result add(@Nullable String externalId, Checked row) {
    if (!row.faults().isEmpty()) {
      return new Result(Outcome.REJECTED, null, false, row.faults(), List.of());
    }
    ListingContent content = row.content();
    Set<String> keys =
        content.rights().stream()
            .flatMap(right -> RightNumbers.keys(right).stream())
            .collect(Collectors.toSet());
    if (externalId == null && keys.isEmpty()) {
      // Sent again it could not be told from a new one.
      Fault fault = new Fault("/rights", "no-identity");
      return new Result(Outcome.REJECTED, null, false, List.of(fault), List.of());
    }
    Imported byId = externalId == null ? null : known.byExternalId().get(externalId);
    if (byId != null) {
      return replace(byId, content);
    }
    Imported byRight = externalMatch(externalId, keys);
    return byRight != null ? complete(byRight, content) : create(externalId, content, keys);
  }

  /** By right numbers, but not a listing that its own source tells apart from this one. */
  private @Nullable Imported externalMatch(@Nullable String externalId, Set<String> keys) {
    return keys.stream()
        .map(known.byRight()::get)
        .filter(it -> it != null && !isOtherOfSameSource(it, externalId))
        .findFirst()
        .orElse(null);
  }

  private boolean isOtherOfSameSource(Imported it, @Nullable String externalId) {
    return externalId != null
        && batch.source().equals(it.listing().source())
        && it.listing().externalId() != null
        && !externalId.equals(it.listing().externalId());
  }

  private Result create(@Nullable String externalId, ListingContent content, Set<String> keys) {
    UpsertWork work =
        UpsertWork.create(batch, lister, days, externalId, content, ContentHash.of(content));
    works.put(work.id(), work);
    remember(externalId, keys, work);
    return result(Outcome.CREATED, work);
  }

  /** The row is the listing's own: it replaces the content, unless a person has edited it. */
  private Result replace(Imported there, ListingContent content) {
    UpsertWork work = work(there);
    byte[] hash = ContentHash.of(content);
    if (Arrays.equals(hash, work.result().hash())) {
      return settle(work);
    }
    ListingContent now = work.listing().content();
    ListingContent next = work.isEdited() ? ContentGaps.refreshed(now, content) : content;
    boolean changed = work.change(next, hash);
    return changed ? result(Outcome.UPDATED, work) : settle(work);
  }

  /** The row is about the same right from elsewhere: it fills gaps. */
  private Result complete(Imported there, ListingContent content) {
    UpsertWork work = work(there);
    ListingContent next = ContentGaps.filled(work.listing().content(), content);
    boolean changed = work.change(next, work.result().hash());
    return changed ? result(Outcome.UPDATED, work) : settle(work);
  }

  /** Nothing new in the content; but it may be publishable by now. */
  private Result settle(UpsertWork work) {
    return result(work.settle() ? Outcome.UPDATED : Outcome.UNCHANGED, work);
  }

  private Result result(Outcome outcome, UpsertWork work) {
    List<FailedCheck> failed =
        batch.publish() && !work.listing().isOnOffer() ? work.failedChecks() : List.of();
    return new Result(outcome, work.id(), work.listing().isOnOffer(), List.of(), failed);
  }

  private UpsertWork work(Imported there) {
    UUID id = there.listing().id();
    return works.computeIfAbsent(
        id,
        it ->
            UpsertWork.of(
                batch, lister, days, there, known.ledgers().getOrDefault(id, ConsentLedger.EMPTY)));
  }

  private void remember(@Nullable String externalId, Set<String> keys, UpsertWork work) {
    if (externalId != null) {
      known.byExternalId().put(externalId, work.result());
    }
    keys.forEach(key -> known.byRight().putIfAbsent(key, work.result()));
  }
}

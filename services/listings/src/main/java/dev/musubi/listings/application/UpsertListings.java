package dev.musubi.listings.application;

import dev.musubi.listings.application.Listings.Imported;
import dev.musubi.listings.domain.Consent;
import dev.musubi.listings.domain.ConsentLedger;
import dev.musubi.listings.domain.ContentRules;
import dev.musubi.listings.domain.ContentRules.Checked;
import dev.musubi.listings.domain.Lister;
import dev.musubi.listings.domain.RightNumbers;
import dev.musubi.messaging.Outbox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Upserts by few statements a batch: reads what is there, decides in memory, writes. */
@Service
class UpsertListings implements ListingsUpsert {
  private final Listings listings;
  private final Versions versions;
  private final Consents consents;
  private final Organisations organisations;
  private final Outbox outbox;
  private final Days days;

  UpsertListings(
      Listings listings,
      Versions versions,
      Consents consents,
      Organisations organisations,
      Outbox outbox,
      Days days) {
    this.listings = listings;
    this.versions = versions;
    this.consents = consents;
    this.organisations = organisations;
    this.outbox = outbox;
    this.days = days;
  }

  @Override
  @Transactional
  public List<Result> upsert(Batch batch) {
    Lister lister = organisations.get(batch.organisation());
    listings.lockOrganisation(batch.organisation());
    List<Checked> rows = new ArrayList<>(batch.rows().size());
    for (Row row : batch.rows()) {
      rows.add(ContentRules.check(row.content(), days.today()));
    }
    UpsertPlan plan = new UpsertPlan(batch, lister, known(batch, rows), days);
    List<Result> results = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      results.add(plan.add(batch.rows().get(i).externalId(), rows.get(i)));
    }
    write(plan);
    return results;
  }

  private UpsertPlan.Known known(Batch batch, List<Checked> rows) {
    Set<String> externalIds = new HashSet<>();
    Set<String> rightKeys = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).faults().isEmpty()) {
        String externalId = batch.rows().get(i).externalId();
        if (externalId != null) {
          externalIds.add(externalId);
        }
        rows.get(i).content().rights().forEach(it -> rightKeys.addAll(RightNumbers.keys(it)));
      }
    }
    Map<String, Imported> byId =
        listings.lockByExternalId(batch.organisation(), batch.source(), externalIds);
    Map<String, Imported> byRight = listings.lockByRight(batch.organisation(), rightKeys);
    Set<UUID> ids = new HashSet<>();
    byId.values().forEach(it -> ids.add(it.listing().id()));
    byRight.values().forEach(it -> ids.add(it.listing().id()));
    Map<UUID, ConsentLedger> ledgers = ids.isEmpty() ? Map.of() : consents.ledgers(ids);
    return new UpsertPlan.Known(new HashMap<>(byId), new HashMap<>(byRight), ledgers);
  }

  private void write(UpsertPlan plan) {
    Collection<UpsertWork> works = plan.works();
    listings.saveAll(
        works.stream().filter(UpsertWork::isNew).map(UpsertWork::result).toList(),
        works.stream().filter(it -> !it.isNew()).map(UpsertWork::result).toList());
    versions.append(works.stream().flatMap(it -> it.versions().stream()).toList());
    Map<UUID, List<Consent>> given = new HashMap<>();
    works.stream()
        .filter(it -> !it.consents().isEmpty())
        .forEach(it -> given.put(it.id(), it.consents()));
    if (!given.isEmpty()) {
      consents.append(given);
    }
    outbox.appendAll(works.stream().flatMap(it -> it.events().stream()).toList());
  }
}

package dev.musubi.listings.application;

import dev.musubi.listings.domain.Consent;
import dev.musubi.listings.domain.ConsentLedger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ledgers of consents; only ever added to. */
public interface Consents {
  ConsentLedger ledger(UUID listing);

  /** Ledgers that are not empty. */
  Map<UUID, ConsentLedger> ledgers(Collection<UUID> listings);

  void append(Map<UUID, List<Consent>> consents);
}

package dev.musubi.listings.web;

import dev.musubi.listings.domain.Consent;
import dev.musubi.model.event.ListingState.Offer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the ledger of consents. */
record ConsentView(
    Consent.Party party,
    String name,
    Consent.Answer answer,
    Consent.Basis basis,
    List<Offer.Kind> kinds,
    @Nullable String evidence,
    @Nullable UUID recordedBy,
    Instant at) {
  static ConsentView of(Consent it) {
    return new ConsentView(
        it.party(),
        it.partyName(),
        it.answer(),
        it.basis(),
        it.kinds(),
        it.evidence(),
        it.recordedBy(),
        it.at());
  }
}

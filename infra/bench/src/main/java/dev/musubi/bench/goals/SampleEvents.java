package dev.musubi.bench.goals;

import dev.musubi.bench.load.Invented;
import dev.musubi.messaging.Events;
import dev.musubi.messaging.OutgoingEvent;
import dev.musubi.model.Ids;
import dev.musubi.model.OrganisationKind;
import dev.musubi.model.event.OrganisationState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Events as the product sends them, invented. */
final class SampleEvents {
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

  private static final AtomicInteger LISTINGS = new AtomicInteger();

  private SampleEvents() {}

  /** Events of new listings with the texts of the sample ones, some kilobytes each. */
  static List<OutgoingEvent> listings(int number) {
    return SampleTexts.listings(number).stream()
        .map(text -> Invented.listing(LISTINGS.incrementAndGet(), text))
        .map(listing -> Events.listing("published", listing))
        .toList();
  }

  /** The first event of a new organisation, some hundred bytes. */
  static OutgoingEvent fresh() {
    return of(Ids.next(), 1);
  }

  static OutgoingEvent of(UUID id, long version) {
    return Events.organisation(
        "changed",
        new OrganisationState(
            id,
            version,
            OrganisationKind.SEEKER,
            "見本製作所（測定用）",
            "Sample Works for Measuring",
            null,
            "27",
            List.of("E24", "E18"),
            null,
            null,
            null,
            List.of(),
            true,
            THEN));
  }
}

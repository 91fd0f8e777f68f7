package dev.musubi.listings.application;

import dev.musubi.listings.domain.Listing;
import dev.musubi.listings.domain.Listing.Status;
import dev.musubi.listings.domain.RightLife;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what the calendar does: takes listings off the market whose rights have ended, and tells
 * anew of those whose promise to a partner ended or whose application was laid open. Two instances
 * may run it at once: each takes rows that the other has not locked, and a row that was turned is
 * no longer due.
 */
@Service
public class TurnListings {
  private static final Logger LOG = LoggerFactory.getLogger(TurnListings.class);
  private static final int BATCH = 200;

  private final Listings listings;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Days days;

  TurnListings(Listings listings, Journal journal, TransactionTemplate transaction, Days days) {
    this.listings = listings;
    this.journal = journal;
    this.transaction = transaction;
    this.days = days;
  }

  /** Turns all that is due; returns how many. */
  public int turn() {
    int all = 0;
    int turned;
    do {
      Integer batch = transaction.execute(status -> turnBatch());
      turned = batch == null ? 0 : batch;
      all += turned;
    } while (turned == BATCH);
    if (all > 0) {
      LOG.info("{} listings were turned by the calendar", all);
    }
    return all;
  }

  private int turnBatch() {
    List<Listing> due = listings.lockTurning(days.today(), BATCH);
    for (Listing before : due) {
      if (RightLife.haveAllEnded(before.content().rights(), days.today())) {
        Listing after = before.moved(Status.LAPSED, "rights-ended", days.now());
        journal.changed(before, after, Action.LAPSED, Actor.CALENDAR, null);
      } else {
        Listing after = before.withContent(before.content(), days.today(), days.now());
        journal.changed(before, after, Action.TURNED, Actor.CALENDAR, null);
      }
    }
    return due.size();
  }
}

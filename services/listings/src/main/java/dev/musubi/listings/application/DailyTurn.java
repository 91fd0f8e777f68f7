package dev.musubi.listings.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Turns listings after midnight in Japan, and once after each start for what was missed. */
@Component
class DailyTurn {
  private static final Logger LOG = LoggerFactory.getLogger(DailyTurn.class);

  private final TurnListings turn;

  DailyTurn(TurnListings turn) {
    this.turn = turn;
  }

  /** Hourly, so that a night without a database is made up for soon. */
  @Scheduled(cron = "${musubi.listings.turn-cron}", zone = "Asia/Tokyo")
  @Scheduled(initialDelayString = "${musubi.listings.turn-after-start}")
  void run() {
    try {
      turn.turn();
    } catch (DataAccessException e) {
      LOG.warn("Listings could not be turned by the calendar; the next run tries again", e);
    }
  }
}
